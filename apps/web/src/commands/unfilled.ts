const BOXES = "input, select, textarea";

function isEmpty(part: Element): boolean {
	const radios = [...part.querySelectorAll<HTMLInputElement>("input[type=radio]")];
	if (radios.length > 0) return radios.every(({ checked }) => !checked);
	const box = part.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(BOXES);
	return box !== null && box.value.trim() === "";
}

/** Names of what a form asks for and nobody has filled in yet (`data-required`), in the order in which they stand. */
export const unfilled = (form: Element): string[] =>
	[...form.querySelectorAll("[data-required]")]
		.filter(isEmpty)
		.map((part) => part.getAttribute("data-required") ?? "");

/**
 * Brings what was said against a form before the reader's eyes: the first field that is refused, else the answer itself.
 * A field in a closed part is opened first.
 */
export function showAnswer(form: Element): void {
	const field = form.querySelector<HTMLElement>(`:is(${BOXES})[aria-invalid=true]`);
	for (let part = field?.closest("details"); part; part = part.parentElement?.closest("details")) {
		part.open = true;
	}
	if (field !== null) field.focus();
	else form.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
}
