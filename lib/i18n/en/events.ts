export const events = {
  title: 'Events',
  lead: 'Each event has its own camps, statements and charts.',
  open: 'Compare the camps',
  emptyTitle: 'There is no event yet',
  emptyBody: 'Put the example event into the database from the terminal, then reload this page:',
  emptyCommand: 'npm run -s cli -- seed',
};
