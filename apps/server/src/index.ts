export { type Environment, readEnvironment } from "./env.ts";
export { type MainOptions, runMain } from "./run-main.ts";
export { createServer, type RunningServer, type ServerOptions } from "./server.ts";
export { StartError, startErrorText } from "./start-error.ts";
