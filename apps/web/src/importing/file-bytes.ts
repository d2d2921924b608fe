/** The most that the server takes; larger files are refused before they are sent. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What the reader understands, for the file dialog. */
export const ACCEPTED = ".docx,.xlsx,.xls,.csv,.html,.htm,.txt,.md";

/** The bytes of a file as base64, as the API takes them; `onProgress` gets the part read, 0 to 1. */
export function readBase64(file: Blob, onProgress: (part: number) => void): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
		reader.onerror = () => reject(reader.error ?? new Error("the file cannot be read"));
		reader.onload = () => {
			const text = String(reader.result);
			resolve(text.slice(text.indexOf(",") + 1));
		};
		reader.readAsDataURL(file);
	});
}
