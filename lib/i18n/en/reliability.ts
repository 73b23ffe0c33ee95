export const reliability = {
  title: 'Reliability',
  lead: 'How far coders agree, with intervals, for a footnote.',
};
