/** How much of a file is read. Everything beyond is refused or left out with a warning, never read in silence. */
export interface Limits {
	/** Largest file, in bytes. */
	bytes: number;
	/** Largest total of a zip archive's unpacked parts, in bytes. */
	unpackedBytes: number;
	/** Most entries of a zip archive. */
	entries: number;
	/** Longest text, in characters. */
	characters: number;
	/** Most lines, blank ones too. */
	lines: number;
	/** Most rows and cells of all tables together. */
	rows: number;
	cells: number;
	/** Longest text of one cell, in characters. */
	cellCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
	bytes: 20 * 1024 * 1024,
	unpackedBytes: 150 * 1024 * 1024,
	entries: 5000,
	characters: 4_000_000,
	lines: 300_000,
	rows: 50_000,
	cells: 1_000_000,
	cellCharacters: 32_767,
};
