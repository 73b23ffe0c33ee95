export const report = {
  title: 'Report',
  lead: 'Findings, charts and quotes on paper.',
};
