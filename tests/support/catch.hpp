#pragma once

/// Catch2 as this machine has it: 2.13 (Debian 12) or 3 (Debian 13). Tests are
/// written so that both accept them: matchers, never Approx.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
