/** What an emoji says by itself: read off the faces and gestures, one list a side. */
const PLEASED =
  '😀😃😄😁😆😅😊😇🙂😉😌😍🥰😘😗😙😚😋😛😜😝🤗🤩🥳😎😺😸😻😽💋❤🧡💛💚💙💜🤍🤎🖤💕💞💓💗💖💘💝♥☺💟👍👏🙌🙏💪👌✌🤞🤝🎉🎊🥂🍾🏆🥇🌟⭐✨🔥💯🌹🌸🌺🌻🌷💐🌈☀🌞🎁😂🤣🕊✅🙋💃🕺🤠😹👑🎂🎈😏🤘🤟👼🌼';
const UPSET =
  '😠😡🤬😢😭😞😔😟😕🙁☹😣😖😫😩🥺😤😒🙄😨😱😰😥😓😧😦😮🤮🤢😷🤕🤒💔👎🖕💩🤡😾😿🙀☠💀😬😑😐🤦😶😳👿😈🤡🥀🩸🪦⚰❌🚫🤥😵🆘';
const STRENGTH = 2;
const STRONG = new Set([...'😍🥰🤩🥳❤💕💖🎉😡🤬😭💔🤮']);

function collect(): ReadonlyMap<string, number> {
  const valences = new Map<string, number>();
  for (const sign of [...PLEASED]) valences.set(sign, STRONG.has(sign) ? STRENGTH * 1.4 : STRENGTH);
  for (const sign of [...UPSET]) valences.set(sign, STRONG.has(sign) ? -STRENGTH * 1.4 : -STRENGTH);
  return valences;
}

let valences: ReadonlyMap<string, number> | undefined;

/** Valence of an emoji in the lexicon's range of -4 to 4; 0 for one that says nothing by itself. Skin and joiners do not count. */
export function emojiValence(emoji: string): number {
  valences ??= collect();
  const first = emoji.codePointAt(0);
  return first === undefined ? 0 : (valences.get(String.fromCodePoint(first)) ?? 0);
}
