using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "out/worker.js")],
      compatibilityDate = "2025-11-01",
      compatibilityFlags = ["enable_request_signal"],
      bindings = [
        (name = "EXA_API_KEY", fromEnvironment = "EXA_API_KEY"),
        (name = "WEBSETS_URL", fromEnvironment = "WEBSETS_URL"),
      ],
    )),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
