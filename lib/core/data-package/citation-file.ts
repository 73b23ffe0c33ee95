/** Who and what is cited. */
export interface Citation {
  readonly title: string;
  /** Names of people or bodies; where there are none, the collection itself stands for them. */
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly released: string;
  /** Version of this program. */
  readonly version: string;
  readonly url: string | null;
  /** SPDX identifier. */
  readonly licence: string | null;
  readonly abstract: string;
}

/** A `CITATION.cff` for a data set by the Citation File Format 1.2.0 (https://citation-file-format.github.io). */
export function citationFile({ title, authors, released, version, url, licence, abstract }: Citation): string {
  const names = authors.length === 0 ? [title] : authors;
  return [
    'cff-version: 1.2.0',
    'message: "If you use this collection, please cite it as below."',
    'type: dataset',
    `title: ${yamlText(title)}`,
    'authors:',
    ...names.map((name) => `  - name: ${yamlText(name)}`),
    `date-released: ${yamlText(released)}`,
    `version: ${yamlText(released)}`,
    ...(url === null ? [] : [`url: ${yamlText(url)}`]),
    ...(licence === null ? [] : [`license: ${yamlText(licence)}`]),
    `abstract: ${yamlText(abstract)}`,
    'references:',
    '  - type: software',
    '    title: "Stanceboard"',
    `    version: ${yamlText(version)}`,
    '    authors:',
    '      - name: "Stanceboard"',
    '',
  ].join('\n');
}

/** A double-quoted scalar: JSON's escapes are YAML's too, which also wants the C1 controls escaped. */
function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
