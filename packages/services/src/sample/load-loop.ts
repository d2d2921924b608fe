import { accepting, closedOut, objected, onSchedule, pressed, reminded } from "./loop/stories.ts";
import { NoCalendar, openStory, type Story } from "./loop/story.ts";
import type { Setting } from "./setting.ts";

/** Issues of the city's own lists that go further than their plan, one for each desk. */
const STORIES: Readonly<Record<string, (story: Story) => Promise<void>>> = {
	"警示片-第3项": onSchedule,
	"省级-10": reminded,
	"省级-8": pressed,
	"省级-2": accepting,
	"自查-3": objected,
	"省级-9": closedOut,
};

async function tell(setting: Setting, key: string, story: (story: Story) => Promise<void>): Promise<void> {
	try {
		await story(await openStory(setting, key));
	} catch (thrown) {
		if (!(thrown instanceof NoCalendar)) throw thrown;
	}
}

/**
 * Carries a few issues along the loop, by those whose part each step is, so that every desk has something to show. They
 * have nothing to do with each other and go on side by side, each on a clock of its own.
 */
export async function loadLoop(setting: Setting): Promise<void> {
	await Promise.all(Object.entries(STORIES).map(([key, story]) => tell(setting, key, story)));
}
