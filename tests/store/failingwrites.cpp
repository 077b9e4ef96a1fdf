// SPDX-License-Identifier: GPL-3.0-or-later
#include "failingwrites.h"

#include <atomic>
#include <cerrno>

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tiepdon::failingwrites {
namespace {

std::atomic<int> left = 0; ///< until one fails; 0: none does
std::atomic<bool> staysBroken = false;
std::atomic<int> number = 0;
std::atomic<bool> hasFailed = false;

bool isToFail()
{
    const int before = left.load();
    if (before == 0)
        return false;
    if (before > 1) {
        left = before - 1; // the store has one thread that writes
        return false;
    }
    if (!staysBroken)
        left = 0;
    hasFailed = true;
    errno = number;
    return true;
}

template <class Function>
Function systems(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

void failAt(int k, int errorNumber, bool forGood)
{
    number = errorNumber;
    staysBroken = forGood;
    hasFailed = false;
    left = k;
}

bool stop()
{
    left = 0;
    return hasFailed;
}

} // namespace tiepdon::failingwrites

extern "C" ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto kWrite = tiepdon::failingwrites::systems<decltype(&pwrite64)>("pwrite64");
    return tiepdon::failingwrites::isToFail() ? -1 : kWrite(file, bytes, size, offset);
}

/// Nothing here is about power cuts, and a real flush is what takes the time. What a directory's flush says, SQLite
/// does not ask.
extern "C" int fdatasync(int file)
{
    struct stat about = {};
    const bool isDirectory = fstat(file, &about) == 0 && S_ISDIR(about.st_mode);
    return !isDirectory && tiepdon::failingwrites::isToFail() ? -1 : 0;
}
