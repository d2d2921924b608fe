import { createUniqueId, type JSX, Show } from "solid-js";

/** A titled block of a page. */
export function Section(props: {
	title: string;
	count?: number | undefined;
	aside?: JSX.Element;
	children: JSX.Element;
	class?: string;
}): JSX.Element {
	const id = createUniqueId();
	return (
		<section
			aria-labelledby={id}
			class={`rounded-md border border-line bg-sheet print:break-inside-avoid ${props.class ?? ""}`}
		>
			<div class="flex min-h-10 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1">
				<h2 id={id} class="font-semibold">
					{props.title}
					<Show when={props.count !== undefined}>
						<span class="ml-1.5 font-normal text-ink-faint tabular-nums">{props.count}</span>
					</Show>
				</h2>
				<div class="no-print ml-auto flex flex-wrap items-center justify-end gap-x-1.5 gap-y-1">
					{props.aside}
				</div>
			</div>
			<div class="px-3.5 py-3">{props.children}</div>
		</section>
	);
}

/** The head of a page: its title, what it is for, and what can be done. */
export function PageHead(props: { title: string; text?: string; children?: JSX.Element }): JSX.Element {
	return (
		<div class="mb-4 flex flex-wrap items-end gap-3">
			<div class="min-w-0 flex-1">
				<h1 class="font-song text-[1.57rem] font-bold tracking-wide">{props.title}</h1>
				<Show when={props.text}>
					<p class="text-ink-soft">{props.text}</p>
				</Show>
			</div>
			{props.children}
		</div>
	);
}
