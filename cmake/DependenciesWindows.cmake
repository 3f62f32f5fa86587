# SPDX-License-Identifier: GPL-3.0-or-later
# Framehand calls what is there since Windows 10, and in UTF-16 where Windows has two of a function.
add_compile_definitions(UNICODE _UNICODE _WIN32_WINNT=0x0A00 WINVER=0x0A00 NTDDI_VERSION=0x0A000008 NOMINMAX WIN32_LEAN_AND_MEAN)
# The formats of printf() as C has them, not as msvcrt.dll does.
add_compile_definitions(__USE_MINGW_ANSI_STDIO=1)
# Qt defines it for who links Qt, and a precompiled header must fit who does and who does not.
add_compile_definitions(MINGW_HAS_SECURE_API=1)
# An object of one big source (templates of Asio) has more than 65,000 sections.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wa,-mbig-obj>)
add_link_options(-Wl,--dynamicbase -Wl,--nxcompat -Wl,--high-entropy-va)
# Before the first std::filesystem::path of each source: its strings are UTF-8.
set(FRAMEHAND_FIRST_HEADER "${PROJECT_SOURCE_DIR}/platform/windows/utf8_paths.h")
# The sockets of Boost.Asio, which is headers only.
link_libraries(ws2_32 mswsock)
