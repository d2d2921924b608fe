import { useQuery } from "@tanstack/solid-query";
import { createSignal, type JSX } from "solid-js";
import { queries } from "../../api.ts";
import { loaded } from "../../loaded.ts";
import { Combobox } from "../../ui/combobox.tsx";
import { createDebounced } from "../../ui/debounced.ts";

const LIMIT = 20;

/** A complaint that was chosen. */
export type Picked = {
	readonly id: string;
	readonly receiptNumber: string | null;
	readonly inspectionId: string;
	readonly label: string;
};

/** Finds another complaint by its receipt number or its words. */
export function ComplaintPicker(props: {
	label: string;
	/** Those that are not to be offered. */
	except: readonly string[];
	error: string | null;
	onPick: (picked: Picked) => void;
}): JSX.Element {
	const [text, setText] = createSignal("");
	const asked = createDebounced(text, 200);
	const found = useQuery(() =>
		queries.complaints.list({
			filter: asked().trim() === "" ? {} : { text: asked().trim() },
			limit: LIMIT,
		}),
	);
	const rows = () => (loaded(found)?.items ?? []).filter((row) => !props.except.includes(row.id));
	const labelOf = (row: ReturnType<typeof rows>[number]) =>
		[row.receiptNumber, row.summary?.slice(0, 30)].filter(Boolean).join(" ");
	return (
		<Combobox
			label={props.label}
			value={null}
			options={rows().map((row) => ({ id: row.id, label: labelOf(row), hint: row.regionName }))}
			loading={found.isFetching}
			error={props.error}
			onQuery={setText}
			onChange={(option) => {
				const row = rows().find(({ id }) => id === option?.id);
				if (row === undefined) return;
				const { id, receiptNumber, inspectionId } = row;
				props.onPick({ id, receiptNumber, inspectionId, label: labelOf(row) });
			}}
		/>
	);
}
