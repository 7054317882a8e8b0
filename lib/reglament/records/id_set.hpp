// Which ids were seen: all that is kept of each record while millions are read.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reglament/records/vocabulary.hpp"

namespace reglament {

// A set of identities (family and id).
//
// Memory    16 bytes for each, the first half of the SHA-256 of its text, in a table that is a third to two thirds
//           full. Two ids with one digest would take more records than there will ever be, and nobody can make them up.
class IdSet {
 public:
  bool insert(Family family, std::string_view id);  // false when it is there already
  bool contains(Family family, std::string_view id) const;
  bool absorb(const IdSet& other);  // false when they had one in common
  std::size_t size() const { return size_; }

 private:
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  static Key key_of(Family family, std::string_view id);
  static std::size_t slot_of(const std::vector<Key>& slots, const Key& key);  // where it is, or would be
  bool insert(const Key& key);
  void grow();

  std::vector<Key> slots_;  // a power of two of them; an empty one is Key{}
  std::size_t size_ = 0;
};

}  // namespace reglament
