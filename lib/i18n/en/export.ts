export const exporting = {
  title: 'Export',
  lead: 'Open files for others to check, with what each is good for.',
};
