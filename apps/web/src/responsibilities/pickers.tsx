import { useQuery } from "@tanstack/solid-query";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX } from "solid-js";
import { queries } from "../api.ts";
import { word } from "../i18n/format.ts";
import { loaded } from "../loaded.ts";
import { Combobox, type Option } from "../ui/combobox.tsx";
import { createDebounced } from "../ui/debounced.ts";
import { Select } from "../ui/select.tsx";

const LIMIT = 30;

type PickerProps = {
	label: string;
	value: Option | null;
	onChange: (value: Option | null) => void;
	hint?: string | undefined;
	error?: string | null | undefined;
	required?: boolean;
	class?: string;
};

/** Chooses a unit of the tree by name or alias. */
export function UnitPicker(props: PickerProps): JSX.Element {
	const [text, setText] = createSignal("");
	const asked = createDebounced(text, 160);
	const [used, setUsed] = createSignal(false);
	const units = useQuery(() => ({
		...queries.responsibilities.listUnits({ text: asked().trim(), limit: LIMIT }),
		enabled: used(),
	}));
	const options = () =>
		(loaded(units)?.items ?? []).map((unit) => ({ id: unit.id, label: unit.name, hint: unit.regionName }));
	return (
		<Combobox
			{...props}
			options={options()}
			loading={units.isFetching}
			onQuery={(next) => {
				setUsed(true);
				setText(next);
			}}
		/>
	);
}

/** Chooses a person, of one unit where it is given. */
export function PersonPicker(props: PickerProps & { unitId?: string | undefined }): JSX.Element {
	const [text, setText] = createSignal("");
	const asked = createDebounced(text, 160);
	const [used, setUsed] = createSignal(false);
	const people = useQuery(() => ({
		...queries.responsibilities.listPeople({
			text: asked().trim(),
			limit: LIMIT,
			...(props.unitId === undefined ? {} : { unitId: props.unitId }),
		}),
		enabled: used(),
	}));
	const options = () =>
		(loaded(people)?.items ?? []).map((person) => ({
			id: person.id,
			label: person.name,
			hint: [person.title, person.unitName].filter((part) => part !== null).join(" · "),
		}));
	return (
		<Combobox
			{...props}
			options={options()}
			loading={people.isFetching}
			onQuery={(next) => {
				setUsed(true);
				setText(next);
			}}
		/>
	);
}

const INDENT = { province: "", city: "　", county: "　　" } as const;

const tierOfCode = (code: string): keyof typeof INDENT =>
	code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";

/** Every region in reach, indented by tier. */
export function useRegions() {
	const regions = useQuery(() => ({
		...queries.responsibilities.listRegions({}),
		staleTime: Number.POSITIVE_INFINITY,
	}));
	const list = () => loaded(regions) ?? [];
	return {
		list,
		name: (code: string): string => list().find((region) => region.code === code)?.name ?? code,
		choices: () =>
			[...list()]
				.sort((a, b) => (a.code < b.code ? -1 : 1))
				.map((region) => ({
					value: region.code as string,
					label: `${INDENT[tierOfCode(region.code)]}${region.name}`,
				})),
	};
}

/** Chooses a region in reach. */
export function RegionPicker(props: {
	label: string;
	value: string;
	onChange: (code: string) => void;
	none?: string;
	error?: string | null | undefined;
	hint?: string | undefined;
	required?: boolean;
	class?: string;
}): JSX.Element {
	const regions = useRegions();
	return <Select {...props} choices={regions.choices()} />;
}

/** The word of a region's tier. */
export const tierWord = (code: string): string => word(vocab.tier, tierOfCode(code));
