// A thread that sweeps one part of the country after the other, beside the server's own, which goes on answering people.
import "../faster-start.ts";

const { runLane } = await import("./run-lane.ts");

await runLane();
