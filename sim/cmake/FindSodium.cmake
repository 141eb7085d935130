# Finds libsodium: target Sodium::sodium.
include(${CMAKE_CURRENT_LIST_DIR}/plain_library.cmake)
mp_find_plain_library(Sodium sodium sodium.h)
