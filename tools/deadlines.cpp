// reglament-deadlines: what is overdue or was done late; notice given too late.
#include "judging.hpp"

int main(int argc, char** argv) {
  using namespace reglament;
  const CommandPage page{.name = "reglament-deadlines",
                         .about = "about-deadlines",
                         .examples = {{"reglament-deadlines", "example-deadlines-today"},
                                      {"reglament-deadlines -v --select control-executed-by-due-date-rolled",
                                       "example-deadlines-verbose"},
                                      {"reglament-deadlines --holds agenda-sent", "example-deadlines-holds"}},
                         .takes = {}};
  return run_program(argc, argv, [&] { return judge_records(page, Group::deadline, argc, argv); });
}
