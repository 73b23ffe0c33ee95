export const coding = {
  title: 'Code',
  lead: 'Read one statement at a time and say where it stands.',
};
