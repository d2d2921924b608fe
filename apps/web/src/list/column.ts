import type { JSX } from "solid-js";

/** A column of a list of rows `R` that its server can order by `S`. */
export type Column<R, S extends string> = {
	readonly id: string;
	readonly heading: () => string;
	readonly width: number;
	readonly shown: boolean;
	readonly sort?: S;
	/** As text, for copying and for a cell without a look of its own. */
	readonly text: (row: R) => string;
	readonly cell?: (row: R) => JSX.Element;
	/** The page of the row, for the column that leads there. */
	readonly href?: (row: R) => string;
};

/** The order of a list, as its heading line shows it. */
export type Order<S extends string> = { readonly sort: S; readonly descending: boolean };
