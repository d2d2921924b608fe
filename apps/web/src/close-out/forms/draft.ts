/** A text as the API takes it where it may be missing. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Whether a text says something. */
export const says = (text: string): boolean => text.trim().length >= 2;
