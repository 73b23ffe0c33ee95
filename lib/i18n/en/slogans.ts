export const slogans = {
  title: 'Slogans',
  lead: 'Phrases that circulate, with their variants and how they are used.',
};
