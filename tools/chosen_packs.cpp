#include "chosen_packs.hpp"

#include <utility>

#include "reglament/rules/read_pack.hpp"

namespace reglament {

ChosenPacks::ChosenPacks(Options options, const std::vector<std::string>& named) {
  for (const std::string& pack : named) options.rules.push_back({pack, "", {}});
  places_ = pack_places(options);
  std::vector<Given> wanted = places_.only;
  if (wanted.empty()) {
    for (const std::string& id : list_packs(places_.roots)) wanted.push_back({id, "", {}});
  }
  if (wanted.empty()) throw InputError{{options.program, {}, {"no-packs-anywhere", {places()}}}};
  loaded_ = load_packs(wanted, places_, options.configuration);
}

std::string ChosenPacks::places() const {
  std::string text;
  for (const auto& root : places_.roots) text += (text.empty() ? "" : ", ") + root.string();
  return text;
}

int say_unsound(const Diagnostics& errors, const Options& options) {
  for (const Diagnostic& error : errors) say_error(error, options.language);
  if (errors.empty()) return 0;
  say_line(options.program + ": " +
           say(options.language, "rules-not-sound", {std::to_string(errors.size())}));
  return 2;
}

}  // namespace reglament
