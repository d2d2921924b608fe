import { useQuery } from "@tanstack/solid-query";
import { createSignal, type JSX } from "solid-js";
import { queries } from "../../api.ts";
import { loaded } from "../../loaded.ts";
import type { LedgerFilter } from "../../types.ts";
import { Combobox, type Option } from "../../ui/combobox.tsx";
import { createDebounced } from "../../ui/debounced.ts";

const LIMIT = 20;

/** Finds another issue of the ledger by its words or number. */
export function IssuePicker(props: {
	label: string;
	value: Option | null;
	filter: LedgerFilter;
	/** The issue that must not be offered: the one this is about. */
	except: string;
	error: string | null;
	onChange: (value: Option | null) => void;
}): JSX.Element {
	const [text, setText] = createSignal("");
	const asked = createDebounced(text, 200);
	const found = useQuery(() => ({
		...queries.issues.list({
			filter: { ...props.filter, ...(asked().trim() === "" ? {} : { text: asked().trim() }) },
			limit: LIMIT,
		}),
	}));
	const options = () =>
		(loaded(found)?.items ?? [])
			.filter((row) => row.id !== props.except)
			.map((row) => ({
				id: row.id,
				label: `${row.number} ${row.statement.slice(0, 36)}`,
				hint: row.regionName,
			}));
	return (
		<Combobox
			label={props.label}
			required={true}
			value={props.value}
			options={options()}
			loading={found.isFetching}
			error={props.error}
			onQuery={setText}
			onChange={props.onChange}
		/>
	);
}
