# Writes OUTPUT, a source with the starter files of DATA as text, so that the command
# needs nothing beside itself.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/starter_files.cmake)

set(source [[
#include "sim/cli/starter.hpp"

namespace meesterplan::cli {
namespace {

constexpr StarterFile files[] = {
]])
foreach(entry IN LISTS mp_starter_files)
  string(REPLACE "|" ";" parts "${entry}")
  list(GET parts 0 from)
  list(GET parts 1 language)
  list(GET parts 2 path)
  file(READ ${DATA}/${from} text)
  if(text MATCHES "\\)text\"")
    message(FATAL_ERROR "${from} holds what ends a raw string.")
  endif()
  string(APPEND source "    {\"${language}\", \"${path}\", R\"text(${text})text\"},\n")
endforeach()
string(APPEND source [[
};

}  // namespace

std::span<StarterFile const> starter_files() {
  return files;
}

}  // namespace meesterplan::cli
]])
file(WRITE ${OUTPUT} "${source}")
