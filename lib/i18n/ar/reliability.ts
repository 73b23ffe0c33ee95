import type { Dictionary } from '#lib/i18n/dictionary';

export const reliability = {
  title: 'الموثوقية',
  lead: 'مدى اتفاق المرمِّزين، بمجالات ثقة، لحاشية بحثك.',
} satisfies Dictionary['reliability'];
