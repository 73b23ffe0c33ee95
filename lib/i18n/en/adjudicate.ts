export const adjudicate = {
  title: 'Adjudicate',
  lead: 'Statements on which coders differ, side by side.',
};
