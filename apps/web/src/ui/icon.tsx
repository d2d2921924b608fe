import type { JSX } from "solid-js";

/** Line drawings on a 16 × 16 grid, drawn for this interface. */
const PATHS = {
	ledger: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6 6.5v6",
	tray: "M2.5 9.5l2-6h7l2 6v3.5h-11zM2.5 9.5h3.2l1 1.8h2.6l1-1.8h3.2",
	complaints: "M2.5 3.500h11v7h-6L4.500 13v-2.500h-2zM5 6h6M5 8.200h4",
	import: "M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11",
	inspection: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.2 3.2",
	supervision: "M2.500 6.500v3h2.500l5 3v-9l-5 3zM12.500 6v4M5 9.500l.800 3.500h1.700",
	units: "M6 2.5h4v3H6zM2.5 10.5h4v3h-4zM9.5 10.5h4v3h-4zM8 5.5v2.5M4.5 10.500V8h7v2.500",
	rules: "M3 2.500h10v11H3zM5.500 5.500h5M5.500 8h5M5.500 10.500h3",
	key: "M10.500 2.500a3 3 0 1 1-2.100 5.100L3 13v-2.500h2V9h1.500l1.200-1.200A3 3 0 0 1 10.500 2.500z",
	help: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM6.200 6.300a1.800 1.800 0 1 1 2.600 1.600c-.6.3-.8.6-.8 1.300M8 11.300v.2",
	search: "M7 2.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM10.300 10.300l3.200 3.200",
	close: "M3.500 3.500l9 9M12.500 3.500l-9 9",
	check: "M3 8.500l3.200 3.200L13 4.800",
	chevronDown: "M4 6l4 4 4-4",
	chevronRight: "M6 4l4 4-4 4",
	chevronUp: "M4 10l4-4 4 4",
	arrowLeft: "M13 8H3M7 4L3 8l4 4",
	arrowRight: "M3 8h10M9 4l4 4-4 4",
	columns: "M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10",
	density: "M2.500 4h11M2.500 8h11M2.500 12h11",
	filter: "M2.500 3.500h11L9.500 8.500v4l-3 1v-5z",
	copy: "M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3",
	print: "M4.500 6V2.500h7V6M4.500 11H2.500V6h11v5h-2M4.500 9.500h7v4h-7z",
	clock: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.500V8l2.500 1.500",
	alert: "M8 2.500l6 10.500H2zM8 6.500v3M8 11.200v.3",
	stop: "M5.500 2.500h5l3 3v5l-3 3h-5l-3-3v-5zM5.500 8h5",
	info: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.200v3.600M8 5v.3",
	person:
		"M8 2.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zM3 13.500c.5-2.700 2.500-4 5-4s4.500 1.300 5 4",
	link: "M6.500 9.500l3-3M7 4.500l1.500-1.500a2.800 2.800 0 0 1 4 4L11 8.500M9 11.500L7.500 13a2.800 2.800 0 0 1-4-4L5 7.500",
	sun: "M8 5.200a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600zM8 1.800v1.400M8 12.800v1.400M1.800 8h1.400M12.800 8h1.400M3.600 3.600l1 1M11.400 11.400l1 1M3.600 12.400l1-1M11.400 4.600l1-1",
	moon: "M13 9.800A5.600 5.600 0 0 1 6.200 3 5.600 5.600 0 1 0 13 9.800z",
	plus: "M8 3v10M3 8h10",
	minus: "M3 8h10",
	external: "M9 3h4v4M13 3L7.500 8.500M11 9v4H3V5h4",
	pin: "M6 2.500h4l-.5 4 2 2.500h-7l2-2.500zM8 9v4.500",
	shield: "M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.800 8l1.600 1.600 2.900-3",
	refresh:
		"M13 3.500V7H9.500M3 12.500V9h3.500M12.500 7A5 5 0 0 0 4 4.800L3 6M3.500 9A5 5 0 0 0 12 11.200l1-1.200",
	wave: "M2 8h2.500l2-4.500 3 9 2-4.500H14",
	more: "M3.500 8h.01M8 8h.01M12.500 8h.01",
	document: "M4 2h5l3 3v9H4zM9 2v3h3M6 8h4M6 10.500h4",
	text: "M3 4h10M3 7h10M3 10h7M3 13h5",
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative drawing: the word beside it carries the meaning, so it is hidden from screen readers. */
export function Icon(props: { name: IconName; size?: number; class?: string }): JSX.Element {
	return (
		<svg
			width={props.size ?? 16}
			height={props.size ?? 16}
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			stroke-width="1.4"
			stroke-linecap="round"
			stroke-linejoin="round"
			class={`shrink-0 ${props.class ?? ""}`}
			aria-hidden="true"
		>
			<path d={PATHS[props.name]} />
		</svg>
	);
}
