import "./theme/index.css";
import { tauriBackend } from "./backend/tauri";
import { sections } from "./features";
import { buildApplication } from "./start";

/** The type that everything is set in, and how long its file may be waited for, in milliseconds. */
const TYPE = '14px "Source Sans 3 Variable"';
const PATIENCE = 300;

const { app, known } = buildApplication({ backend: tauriBackend(), sections });
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
// Drawing a window full of words costs more than making it: it is drawn once, in its own type and with what the core says.
void Promise.race([Promise.all([known, document.fonts.load(TYPE)]), patience]).finally(() => app.mount("#app"));
