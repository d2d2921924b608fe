/** A cell that a spreadsheet reads back as one cell: quoted where it holds a tab, a line break or a quote. */
function cell(text: string): string {
	return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as tab-separated text with a heading line, as spreadsheets paste it. */
export const toTsv = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
	[headings, ...rows].map((row) => row.map(cell).join("\t")).join("\n");

/** Puts text on the clipboard, also where the page is not served over HTTPS. False when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyThroughField(text);
	}
}

/** The clipboard API needs a secure page; an office's server on plain HTTP has only this. */
function copyThroughField(text: string): boolean {
	const field = document.createElement("textarea");
	field.value = text;
	field.style.position = "fixed";
	field.style.opacity = "0";
	document.body.append(field);
	field.select();
	const done = document.execCommand("copy");
	field.remove();
	return done;
}
