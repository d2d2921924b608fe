import { PassThrough, Writable } from "node:stream";
import { Terminal } from "@xterm/headless";

/** A terminal that is really one: what is written to it is interpreted by xterm, cell by cell. */
export class TestTerminal extends Writable {
	readonly isTTY = true;
	readonly xterm: Terminal;
	/** Everything written, in order. */
	written = "";

	constructor(columns: number, rows: number) {
		super({ decodeStrings: false });
		// A line feed also returns, as the terminal driver has it.
		this.xterm = new Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
	}

	get columns(): number {
		return this.xterm.cols;
	}

	get rows(): number {
		return this.xterm.rows;
	}

	override _write(chunk: string | Uint8Array, _encoding: string, done: () => void): void {
		const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
		this.written += text;
		this.xterm.write(text, done);
	}

	/** Changes the size, as a window that is dragged does. */
	resize(columns: number, rows: number): void {
		this.xterm.resize(columns, rows);
		this.emit("resize");
	}

	/** The lines on the screen, trailing spaces cut. */
	lines(): string[] {
		const { active } = this.xterm.buffer;
		return Array.from(
			{ length: this.rows },
			(_, index) => active.getLine(active.baseY + index)?.translateToString(true) ?? "",
		);
	}

	get alternate(): boolean {
		return this.xterm.buffer.active.type === "alternate";
	}

	/** How often the whole screen was cleared. */
	get clears(): number {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is counted.
		return this.written.match(/\u001b\[[23]?J/g)?.length ?? 0;
	}
}

/** A keyboard: text written to it arrives as key presses. */
export class TestKeyboard extends PassThrough {
	readonly isTTY = true;
	raw = false;
	setRawMode(on: boolean): this {
		this.raw = on;
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
}

/** Waits until `condition` holds; says what was on the screen where it never does. */
export async function until(terminal: TestTerminal, condition: () => boolean, what: string): Promise<void> {
	const deadline = Date.now() + 5000;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`never: ${what}\n${terminal.lines().join("\n")}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
