import { createSignal, type JSX, Show } from "solid-js";
import { Button } from "../ui/button.tsx";
import { ErrorBox } from "../ui/feedback.tsx";

/** What a change would do, as it was looked at last. */
export type Looked<P> = {
	/** What it would do as it now stands; null until that was looked at. */
	readonly current: () => P | null;
	readonly looking: () => boolean;
	readonly failure: () => unknown;
	readonly look: () => Promise<void>;
};

/**
 * For changes that are saved only after their effects were looked at. `key` says what a look is about: once it is another
 * one, what was shown holds no longer. `ask` is null while there is nothing to look at.
 */
export function createLook<P>(key: () => string, ask: () => (() => Promise<P>) | null): Looked<P> {
	const [shown, setShown] = createSignal<{ key: string; preview: P } | null>(null);
	const [looking, setLooking] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const current = () => {
		const found = shown();
		return found !== null && found.key === key() ? found.preview : null;
	};
	const look = async () => {
		const asking = ask();
		if (asking === null || looking()) return;
		const asked = key();
		setLooking(true);
		setFailure(null);
		try {
			const preview = await asking();
			setShown({ key: asked, preview });
		} catch (error) {
			setFailure(() => error);
		} finally {
			setLooking(false);
		}
	};
	return { current, looking, failure, look };
}

/** The button that shows what a change would do, and what it showed. */
export function LookFirst<P>(props: {
	looked: Looked<P>;
	label: string;
	/** Said until it was looked at. */
	first: string;
	disabled: boolean;
	children: (preview: P) => JSX.Element;
}): JSX.Element {
	const { current, looking, failure, look } = props.looked;
	return (
		<>
			<div class="flex flex-wrap items-center gap-3">
				<Button busy={looking()} disabled={props.disabled} onClick={() => void look()}>
					{props.label}
				</Button>
				<Show when={current() === null}>
					<span class="text-ink-soft">{props.first}</span>
				</Show>
			</div>
			<Show when={current()} keyed={true}>
				{(preview) => props.children(preview)}
			</Show>
			<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
		</>
	);
}
