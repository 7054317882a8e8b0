// Reading the user's files: first the register out of all of them, then the records, one at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "reglament/records/build_record.hpp"
#include "reglament/records/register.hpp"

namespace reglament {

// One input: a file by its path as the user gave it, or standard input ("-", read once and kept).
struct Input {
  std::string path;         // as shown in findings; "-" for standard input
  std::string text;         // the content, for "-" only
  std::string sha256;       // lower-case hex, filled by read_records
  std::size_t records = 0;  // filled by read_records
  YamlLanes lanes;          // filled by read_records
};

// Every .yaml, .yml and .json file below `paths`, in byte order of their paths, each once; hidden files and folders, the
// project's rules/, reglament.yaml, and files given by `skip` are left out of folders, never when named themselves.
// Errors    no such path (input-missing), a folder that holds none of these files (input-empty-folder).
Loaded<std::vector<Input>> find_inputs(const std::vector<std::string>& paths,
                                       const std::vector<std::string>& skip = {});

// Reads `bodies` and `offices` of every input, with so many threads. Broken YAML is not reported here but by read_records,
// which reads all.
Loaded<Register> read_register(const std::vector<Input>& inputs, std::size_t jobs = 1);

using SeeRecord = std::function<void(const Record&)>;

// Reads the records of `inputs` in order and hands each to `see`; the record is reused: copy what must outlive the call.
// Ids are checked to be unique in their family, and links to lead to a record that exists, once all is read.
// Errors    one diagnostic for each fault; an entry with a fault in it is still handed on without the faulty value,
//           unless its type, id or own date is what is wrong.
Diagnostics read_records(std::vector<Input>& inputs, const Register& offices, const SeeRecord& see);

// The same at once on as many threads as there are in `see`: the inputs in so many parts, in order, the first for the first.
// Nothing where two parts hold a record of one id: which of them is to be refused shows only when all is read in one go.
std::optional<Diagnostics> read_records(std::vector<Input>& inputs, const Register& offices,
                                        const std::vector<SeeRecord>& see);

}  // namespace reglament
