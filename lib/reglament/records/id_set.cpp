#include "reglament/records/id_set.hpp"

#include <cstring>
#include <string>

#include "reglament/records/sha256.hpp"

namespace reglament {

namespace {

constexpr std::size_t smallest = 64;  // slots

}  // namespace

IdSet::Key IdSet::key_of(Family family, std::string_view id) {
  std::string text{to_text(family)};
  text += '/';
  text += id;
  const Digest digest = sha256(text);
  Key key;
  std::memcpy(&key.low, digest.data(), sizeof key.low);
  std::memcpy(&key.high, digest.data() + sizeof key.low, sizeof key.high);
  return key;
}

std::size_t IdSet::slot_of(const std::vector<Key>& slots, const Key& key) {
  std::size_t slot = key.low & (slots.size() - 1);
  while (slots[slot] != Key{} && slots[slot] != key) slot = (slot + 1) & (slots.size() - 1);
  return slot;
}

void IdSet::grow() {
  std::vector<Key> larger(slots_.empty() ? smallest : slots_.size() * 2);
  for (const Key& key : slots_) {
    if (key != Key{}) larger[slot_of(larger, key)] = key;
  }
  slots_ = std::move(larger);
}

bool IdSet::insert(Family family, std::string_view id) { return insert(key_of(family, id)); }

bool IdSet::absorb(const IdSet& other) {
  bool all_new = true;
  for (const Key& key : other.slots_) {
    if (key != Key{}) all_new = insert(key) && all_new;
  }
  return all_new;
}

bool IdSet::insert(const Key& key) {
  if (size_ * 3 >= slots_.size() * 2) grow();
  Key& slot = slots_[slot_of(slots_, key)];
  if (slot == key) return false;
  slot = key;
  ++size_;
  return true;
}

bool IdSet::contains(Family family, std::string_view id) const {
  if (slots_.empty()) return false;
  const Key key = key_of(family, id);
  return slots_[slot_of(slots_, key)] == key;
}

}  // namespace reglament
