// Packs with their tests, in a folder of their own, for what tries them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "../checks/judged.hpp"

namespace reglament {

// A pack of these rules and tests (entries of `rules:` and of the files beside it), as it lies in a folder.
class TriedPack {
 public:
  TriedPack(std::string_view head, std::string_view rules, std::string_view tests)
      : folder_({{"pack.yaml", pack_text(head)},
                 {"rules.yaml", "rules:\n" + std::string{rules}},
                 {"rules.test.yaml", std::string{tests}}}) {
    Loaded<Pack> loaded = read_pack(folder_.path());
    need(loaded.errors);
    pack_ = std::move(loaded.value);
  }

  const Pack& pack() const { return pack_; }
  std::string file(const std::string& name) const { return (folder_.path() / name).string(); }

 private:
  PackFolder folder_;
  Pack pack_;
};

}  // namespace reglament
