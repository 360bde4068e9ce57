/**
 * LibreOffice's own Basic: opens files, does what a list of steps says, and saves. A step is a line of words divided by
 * tabs; `\n` stands for a line break. Sheets are named, places are addresses.
 */
export const libreOfficeMacro = `
Dim book As Object

Sub RunSteps(steps As String)
  Dim disk As Object, stream As Object, nextStep As String
  On Error GoTo Failed
  disk = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(disk.openFileRead(ConvertToURL(steps)))
  stream.setEncoding("UTF-8")
  Do While Not stream.isEOF()
    nextStep = Replace(Replace(stream.readLine(), Chr(10), ""), Chr(13), "")
    If nextStep <> "" Then Perform(Split(nextStep, Chr(9)))
  Loop
  stream.closeInput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  Dim note As Integer
  note = FreeFile
  Open steps & ".failed" For Output As #note
  Print #note, Error$ & " at: " & nextStep
  Close #note
  StarDesktop.terminate()
End Sub

Sub Perform(words)
  Select Case words(0)
    Case "open"
      If UBound(words) > 1 Then
        book = StarDesktop.loadComponentFromURL(ConvertToURL(words(1)), "_blank", 0, Array(Named("Hidden", True), Named("Password", words(2))))
      Else
        book = StarDesktop.loadComponentFromURL(ConvertToURL(words(1)), "_blank", 0, Array(Named("Hidden", True)))
      End If
    Case "save"
      If UBound(words) > 1 Then
        book.storeToURL(ConvertToURL(words(1)), Array(Named("FilterName", "Calc MS Excel 2007 XML"), Named("EncryptionData", Protection(words(2)))))
      Else
        book.storeToURL(ConvertToURL(words(1)), Array(Named("FilterName", "Calc MS Excel 2007 XML")))
      End If
      book.close(True)
    Case "text": Place(words).setString(Join(Split(words(3), "\\n"), Chr(10)))
    Case "formula": Place(words).setFormula(words(3))
    Case "number": Place(words).setValue(Val(words(3)))
    Case "date": TypeDate(Place(words), words(3))
    Case "unlock": Sheet(words).unprotect("")
    Case "sort": SortRows(Sheet(words).getCellRangeByName(words(2)), CLng(words(3)))
    Case "insert-row": Sheet(words).Rows.insertByIndex(CLng(words(2)), 1)
    Case "delete-row": Sheet(words).Rows.removeByIndex(CLng(words(2)), 1)
    Case "hide-row": Sheet(words).Rows.getByIndex(CLng(words(2))).IsVisible = False
    Case "insert-column": Sheet(words).Columns.insertByIndex(CLng(words(2)), 1)
    Case "delete-column": Sheet(words).Columns.removeByIndex(CLng(words(2)), 1)
    Case "hide-column": Sheet(words).Columns.getByIndex(CLng(words(2))).IsVisible = False
    Case "move": Sheet(words).moveRange(Place(words, 3).CellAddress, Sheet(words).getCellRangeByName(words(2)).RangeAddress)
    Case "copy": Sheet(words).copyRange(Place(words, 3).CellAddress, Sheet(words).getCellRangeByName(words(2)).RangeAddress)
    Case "rename-sheet": Sheet(words).Name = words(2)
    Case "move-sheet": book.Sheets.moveByName(words(1), CLng(words(2)))
    Case "copy-sheet": book.Sheets.copyByName(words(1), words(2), CLng(words(3)))
    Case "hide-sheet": Sheet(words).IsVisible = False
    Case "delete-sheet": book.Sheets.removeByName(words(1))
    Case "add-sheet": book.Sheets.insertNewByName(words(1), 0)
  End Select
End Sub

Function Sheet(words)
  Sheet = book.Sheets.getByName(words(1))
End Function

Function Place(words, Optional which)
  If IsMissing(which) Then which = 2
  Place = Sheet(words).getCellRangeByName(words(which)).getCellByPosition(0, 0)
End Function

' What its dialog for saving with a password gives the filter.
Function Protection(secret As String)
  Dim data(1) As New com.sun.star.beans.NamedValue
  data(0).Name = "OOXPassword"
  data(0).Value = secret
  data(1).Name = "CryptoType"
  data(1).Value = "StrongEncryptionDataSpace"
  Protection = data()
End Function

Function Named(entry As String, content)
  Dim one As New com.sun.star.beans.PropertyValue
  one.Name = entry
  one.Value = content
  Named = one
End Function

Sub TypeDate(cell, written As String)
  Dim locale As New com.sun.star.lang.Locale
  cell.setFormula(written)
  cell.setValue(DateValue(written))
  cell.NumberFormat = book.NumberFormats.getStandardFormat(com.sun.star.util.NumberFormat.DATE, locale)
End Sub

Sub SortRows(rows, column As Long)
  Dim orders(0) As New com.sun.star.table.TableSortField
  orders(0).Field = column
  orders(0).IsAscending = False
  rows.sort(Array(Named("SortFields", orders()), Named("ContainsHeader", False)))
End Sub
`;
