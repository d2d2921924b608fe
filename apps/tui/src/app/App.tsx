import {
	Box,
	Text,
	useApp,
	useCursor,
	useInput,
	useIsScreenReaderEnabled,
	usePaste,
	useWindowSize,
} from "ink";
import { memo, useEffect, useSyncExternalStore } from "react";
import { keyPresses } from "../terminal/chord.ts";
import type { Controller } from "./controller.ts";
import { frameOf } from "./screen.ts";
import type { Services } from "./services.ts";
import { spokenLines } from "./spoken.ts";

/** Ways back to Ink that only a component has: the program behind the screen calls them. */
export type Bridge = { suspend: (stop: () => Promise<void>) => void };

const Row = memo(({ text }: { text: string }) => <Text wrap="truncate">{text}</Text>);

/** Draws the state and hands keys on. Everything else is in the reducers and the controller. */
export function App(props: { services: Services; controller: Controller; bridge: Bridge }) {
	const { services, controller, bridge } = props;
	const { store, keymap } = services;
	const { suspendTerminal } = useApp();
	const spoken = useIsScreenReaderEnabled();
	const state = useSyncExternalStore(store.subscribe, store.get);
	const { columns, rows } = useWindowSize();

	useEffect(() => controller.resize({ columns, rows }), [controller, columns, rows]);
	useEffect(() => {
		bridge.suspend = (stop) => void suspendTerminal(stop);
	}, [bridge, suspendTerminal]);
	useInput((input, key) => {
		for (const press of keyPresses(input, key)) controller.key(press);
	});
	usePaste((text) => controller.paste(text));

	const look = services.lookFor(state.language);
	return spoken ? (
		<Spoken lines={spokenLines(state, keymap, look)} />
	) : (
		<Frame frame={frameOf(state, keymap, look)} size={state.size} />
	);
}

function Frame({
	frame,
	size,
}: {
	frame: ReturnType<typeof frameOf>;
	size: { columns: number; rows: number };
}) {
	const { setCursorPosition } = useCursor();
	setCursorPosition(frame.cursor ?? undefined);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			{frame.rows.map((text, index) => (
				<Row key={index} text={text} />
			))}
		</Box>
	);
}

function Spoken({ lines }: { lines: readonly string[] }) {
	return (
		<Box flexDirection="column" aria-role="list">
			{lines.map((text, index) => (
				<Box key={index} aria-role="listitem">
					<Text>{text}</Text>
				</Box>
			))}
		</Box>
	);
}
