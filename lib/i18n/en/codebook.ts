export const codebook = {
  title: 'Codebook',
  lead: 'Every variable and code, with when to use it and when not.',
};
