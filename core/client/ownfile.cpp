// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/ownfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tiepdon::ownfile {
namespace {

/// Nothing that is kept here comes near it: somebody else wrote the file.
constexpr qint64 kBytesMax = 1024 * 1024;
constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error aboutFile(ErrorCode code, const QString &file, const QString &problem)
{
    return {code, file.toStdString() + ": " + problem.toStdString(), {{"file", file.toStdString()}}};
}

/// Whether what was written is on the disk.
bool isSynced([[maybe_unused]] QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

/// Makes a rename in a folder durable. Some file systems cannot be asked; the rename is whole without it.
void syncFolder([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#endif
}

std::filesystem::path native(const QString &path) { return QDir(path).filesystemAbsolutePath(); }

} // namespace

Result<void> makeFolder(const QString &path)
{
    const QFileInfo info(QDir::cleanPath(path));
    if (info.isDir())
        return {};
    if (!QDir().mkpath(info.absolutePath())
        || !QDir().mkdir(info.absoluteFilePath(), kOwnerOnly | QFileDevice::ExeOwner)) {
        if (QFileInfo(info.absoluteFilePath()).isDir()) // by another program, meanwhile
            return {};
        return aboutFile(ErrorCode::FileNotWritable, path, QStringLiteral("the folder cannot be made"));
    }
    return {};
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh); // of a program that was killed
    QFile file(fresh);
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly)
        && file.write(bytes) == bytes.size() && file.flush() && isSynced(file);
    const QString problem = file.errorString();
    file.close();
    std::error_code failed;
    if (isWritten)
        std::filesystem::rename(native(fresh), native(path), failed);
    if (!isWritten || failed) {
        QFile::remove(fresh);
        return aboutFile(ErrorCode::FileNotWritable, path,
                         failed ? QString::fromStdString(failed.message()) : problem);
    }
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

Result<std::optional<QByteArray>> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink())
            return std::optional<QByteArray>();
        return aboutFile(ErrorCode::FileNotReadable, path, file.errorString());
    }
    QByteArray bytes = file.read(kBytesMax + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > kBytesMax)
        return aboutFile(ErrorCode::FileNotReadable, path, file.errorString());
    return std::optional(std::move(bytes));
}

Result<void> remove(const QString &path)
{
    QFile file(path);
    if (!file.remove() && (QFileInfo::exists(path) || QFileInfo(path).isSymLink()))
        return aboutFile(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

} // namespace tiepdon::ownfile
