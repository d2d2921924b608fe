/** Marks of the inverted index beside those of issues: words that no text can have. */
export const KEY_MARK = "#k";
export const WITHDRAWN_MARK = "#x";
export const batchMark = (batch: number): string => `#b${batch}`;
export const channelMark = (code: number): string => `#h${code}`;
export const typeMark = (bit: number): string => `#t${bit}`;
export const verdictMark = (code: number): string => `#v${code}`;
export const statusMark = (code: number): string => `#s${code}`;
