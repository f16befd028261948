export default {
  build: { lib: { entry: "src.js", formats: ["es"], fileName: "web" }, outDir: "out" },
};
