// reglament-extensions: due dates moved too often, asked for too late, or decided by someone who may not.
#include "judging.hpp"

int main(int argc, char** argv) {
  using namespace reglament;
  const CommandPage page{.name = "reglament-extensions",
                         .about = "about-extensions",
                         .examples = {{"reglament-extensions --period 2025-h2", "example-extensions-period"},
                                      {"reglament-extensions --fail-on warning --report json=extensions.json",
                                       "example-extensions-report"}},
                         .takes = {}};
  return run_program(argc, argv, [&] { return judge_records(page, Group::extension, argc, argv); });
}
