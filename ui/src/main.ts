import "./theme/index.css";
import { tauriBackend } from "./backend/tauri";
import { sections } from "./features";
import { buildApplication } from "./start";

buildApplication({ backend: tauriBackend(), sections }).app.mount("#app");
