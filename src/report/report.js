/** Sort order of levels: the worst first. */
export const levels = ["error", "warning", "info"];
