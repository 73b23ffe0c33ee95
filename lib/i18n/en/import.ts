export const importing = {
  title: 'Import',
  lead: 'Bring statements in from a spreadsheet or another tool.',
};
