<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>说出照片里有什么，就能在自己的电脑上找到你的每一张照片。</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Apache 许可证 2.0</translation>
    </message>
    <message>
        <source>Made with</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>使用的组件</translation>
    </message>
    <message>
        <source>The window (LGPL 3)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>窗口界面（LGPL 3）</translation>
    </message>
    <message>
        <source>Running models (BSD 3-Clause, Apache 2.0)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>运行模型（BSD 3-Clause、Apache 2.0）</translation>
    </message>
    <message>
        <source>Finding the nearest (Apache 2.0, BSD 3-Clause)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>查找最接近的照片（Apache 2.0、BSD 3-Clause）</translation>
    </message>
    <message>
        <source>The catalogue (public domain, MIT)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>目录数据库（公有领域、MIT）</translation>
    </message>
    <message>
        <source>Reading photos (MIT-CMU)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>读取照片（MIT-CMU）</translation>
    </message>
    <message>
        <source>HEIC and RAW (libheif and LibRaw: LGPL)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>HEIC 和 RAW（libheif 和 LibRaw：LGPL）</translation>
    </message>
    <message>
        <source>Icons (ISC)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>图标（ISC）</translation>
    </message>
    <message>
        <source>Models and photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>模型和照片</translation>
    </message>
    <message>
        <source>The built-in model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>EfficientNet-Lite2 and MiniLM, taught together on Flickr8k, PASCAL VOC and COCO. Its weights are for research and private use.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>EfficientNet-Lite2 和 MiniLM，在 Flickr8k、PASCAL VOC 和 COCO 上联合训练。其权重仅供研究和个人使用。</translation>
    </message>
    <message>
        <source>The sample photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>示例照片</translation>
    </message>
    <message>
        <source>CC0, public domain, CC BY and CC BY-SA; each names its author and licence.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>CC0、公有领域、CC BY 和 CC BY-SA；每张都注明作者和许可证。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add folder…</source>
        <extracomment>app/actions.py</extracomment>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder with photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>选择包含照片的文件夹</translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>用示例照片试试</translation>
    </message>
    <message>
        <source>Add a few dozen photos that come with Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>添加 Recollect 附带的几十张照片</translation>
    </message>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/actions.py</extracomment>
        <translation>这张存储卡上有什么新照片？</translation>
    </message>
    <message>
        <source>See which photos you already have</source>
        <extracomment>app/actions.py</extracomment>
        <translation>查看哪些照片你已经有了</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>查找新照片</translation>
    </message>
    <message>
        <source>Look over all folders now</source>
        <extracomment>app/actions.py</extracomment>
        <translation>立即查看所有文件夹</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/actions.py</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>How Recollect works and looks</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Recollect 的工作方式和外观</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>app/actions.py</extracomment>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>关闭 Recollect</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>app/actions.py</extracomment>
        <translation>后退</translation>
    </message>
    <message>
        <source>To the question before</source>
        <extracomment>app/actions.py</extracomment>
        <translation>回到上一个搜索</translation>
    </message>
    <message>
        <source>Forward</source>
        <extracomment>app/actions.py</extracomment>
        <translation>前进</translation>
    </message>
    <message>
        <source>To the question after</source>
        <extracomment>app/actions.py</extracomment>
        <translation>前往下一个搜索</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the chosen photos as files</source>
        <extracomment>app/actions.py</extracomment>
        <translation>将所选照片作为文件复制</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <extracomment>app/actions.py</extracomment>
        <translation>复制为图像</translation>
    </message>
    <message>
        <source>Copy the photo&apos;s picture, for a letter or a chat</source>
        <extracomment>app/actions.py</extracomment>
        <translation>复制照片的图像，可粘贴到邮件或聊天中</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>app/actions.py</extracomment>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy where the chosen photos are</source>
        <extracomment>app/actions.py</extracomment>
        <translation>复制所选照片的位置</translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>app/actions.py</extracomment>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Search with the picture you copied</source>
        <extracomment>app/actions.py</extracomment>
        <translation>用复制的图片搜索</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>app/actions.py</extracomment>
        <translation>全选</translation>
    </message>
    <message>
        <source>Choose all photos shown</source>
        <extracomment>app/actions.py</extracomment>
        <translation>选择显示的所有照片</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>app/actions.py</extracomment>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Type what you look for</source>
        <extracomment>app/actions.py</extracomment>
        <translation>输入要找的内容</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/actions.py</extracomment>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>Keep it in the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>把它留在边栏中</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/actions.py</extracomment>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>What you asked before</source>
        <extracomment>app/actions.py</extracomment>
        <translation>之前的搜索</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation>放大</translation>
    </message>
    <message>
        <source>Make thumbnails larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Make thumbnails smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>Side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>边栏</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>显示或隐藏边栏</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/actions.py</extracomment>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show what the photos can be narrowed by</source>
        <extracomment>app/actions.py</extracomment>
        <translation>显示可以用来缩小范围的条件</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/actions.py</extracomment>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show the matches over the years</source>
        <extracomment>app/actions.py</extracomment>
        <translation>按年份显示匹配的照片</translation>
    </message>
    <message>
        <source>Outlines</source>
        <extracomment>app/actions.py</extracomment>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Outline the part that a photo was found by</source>
        <extracomment>app/actions.py</extracomment>
        <translation>勾出照片因哪一部分而被找到</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <extracomment>app/actions.py</extracomment>
        <translation>显示其余</translation>
    </message>
    <message>
        <source>Show photos that match less, too</source>
        <extracomment>app/actions.py</extracomment>
        <translation>同时显示匹配程度较低的照片</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>app/actions.py</extracomment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look at the photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>查看照片</translation>
    </message>
    <message>
        <source>Quick preview</source>
        <extracomment>app/actions.py</extracomment>
        <translation>快速预览</translation>
    </message>
    <message>
        <source>Show the photo large, as long as you like</source>
        <extracomment>app/actions.py</extracomment>
        <translation>放大显示照片，看多久都可以</translation>
    </message>
    <message>
        <source>Regions</source>
        <extracomment>app/actions.py</extracomment>
        <translation>区域</translation>
    </message>
    <message>
        <source>Click a part of the photo to learn what it is, and find more of it</source>
        <extracomment>app/actions.py</extracomment>
        <translation>点击照片的一部分，了解它是什么，并找到更多</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <extracomment>app/actions.py</extracomment>
        <translation>为什么匹配</translation>
    </message>
    <message>
        <source>Show which parts of the photo agree with your words</source>
        <extracomment>app/actions.py</extracomment>
        <translation>显示照片的哪些部分符合您的文字</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/actions.py</extracomment>
        <translation>比较</translation>
    </message>
    <message>
        <source>Two to four photos side by side</source>
        <extracomment>app/actions.py</extracomment>
        <translation>并排查看两到四张照片</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/actions.py</extracomment>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Open the photo in the program you use for pictures</source>
        <extracomment>app/actions.py</extracomment>
        <translation>用你平时看图片的程序打开照片</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the folder with this photo chosen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>打开所在文件夹并选中这张照片</translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Find photos that look like this one</source>
        <extracomment>app/actions.py</extracomment>
        <translation>查找与这张相似的照片</translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/actions.py</extracomment>
        <translation>更多类似照片</translation>
    </message>
    <message>
        <source>Move the question towards this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>让搜索更接近这张照片</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/actions.py</extracomment>
        <translation>更少类似照片</translation>
    </message>
    <message>
        <source>Move the question away from this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>让搜索更远离这张照片</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/actions.py</extracomment>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Mark as a favourite, or no longer</source>
        <extracomment>app/actions.py</extracomment>
        <translation>加入收藏或取消收藏</translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>隐藏这张照片</translation>
    </message>
    <message>
        <source>Leave it out of the results; type is:hidden to see it</source>
        <extracomment>app/actions.py</extracomment>
        <translation>不在结果中显示；输入 is:hidden 可以看到它</translation>
    </message>
    <message>
        <source>Exclude this folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation>排除此文件夹</translation>
    </message>
    <message>
        <source>Leave the photo&apos;s folder out of the library</source>
        <extracomment>app/actions.py</extracomment>
        <translation>把照片所在的文件夹排除在图库之外</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>app/actions.py</extracomment>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Move the file to the system&apos;s trash; asks first</source>
        <extracomment>app/actions.py</extracomment>
        <translation>把文件移到系统的回收站；会先询问</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/actions.py</extracomment>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Find photos you have twice</source>
        <extracomment>app/actions.py</extracomment>
        <translation>查找有两份的照片</translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/actions.py</extracomment>
        <translation>问题</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <extracomment>app/actions.py</extracomment>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>Library health</source>
        <extracomment>app/actions.py</extracomment>
        <translation>图库状态</translation>
    </message>
    <message>
        <source>Check, repair, back up</source>
        <extracomment>app/actions.py</extracomment>
        <translation>检查、修复、备份</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/actions.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>What reads your photos and words</source>
        <extracomment>app/actions.py</extracomment>
        <translation>读懂照片和文字的模型</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation>帮助</translation>
    </message>
    <message>
        <source>How to search, shortcuts, privacy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>如何搜索、快捷键、隐私</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/actions.py</extracomment>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>List all keys</source>
        <extracomment>app/actions.py</extracomment>
        <translation>列出所有按键</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Every use of the network</source>
        <extracomment>app/actions.py</extracomment>
        <translation>每一次使用网络</translation>
    </message>
    <message>
        <source>About Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>关于 Recollect</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <extracomment>app/actions.py</extracomment>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>app/actions.py</extracomment>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>app/actions.py</extracomment>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>app/actions.py</extracomment>
        <translation>显示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <extracomment>app/actions.py</extracomment>
        <translation>图库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Alternative</name>
    <message>
        <source>{percent} likely. Find photos of “{name}”</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>可能性 {percent}。查找“{name}”的照片</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <extracomment>app/viewer/canvas.py</extracomment>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>The chosen part</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>选中的部分</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>不选择</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>It may also be</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>也可能是</translation>
    </message>
    <message>
        <source>Find photos with this</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>查找含有它的照片</translation>
    </message>
    <message>
        <source>Search for this part instead of what was asked (Enter)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>改为搜索这一部分（Enter）</translation>
    </message>
    <message>
        <source>Add to the question</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>加入搜索条件</translation>
    </message>
    <message>
        <source>Ask for photos with this part, and for what was asked before</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>查找既含这一部分又符合先前条件的照片</translation>
    </message>
    <message>
        <source>Your box</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>您画的框</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>No word of the list fits well</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>列表中没有合适的词</translation>
    </message>
    <message>
        <source>{percent} of the photo</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>占照片的 {percent}</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>最接近的词</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>%Ln 个部分</numerusform>
        </translation>
    </message>
    <message>
        <source>Compares what is cut out here with whole photos.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>将截取的部分与整张照片比较。</translation>
    </message>
    <message>
        <source>Compares with the parts of your photos.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>与您照片的各个部分比较。</translation>
    </message>
    <message numerus="yes">
        <source>Compares with the parts of %Ln photo(s) looked into so far.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>与目前已查看内部的 %Ln 张照片的各个部分比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>under {percent}</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>不到 {percent}</translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>非常确定</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>比较确定</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>也许</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>不明确</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Looking at the card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>正在查看存储卡</translation>
    </message>
    <message>
        <source>Add this folder</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>添加此文件夹</translation>
    </message>
    <message>
        <source>Watch this folder: its new photos become part of the library</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>监视此文件夹：其中的新照片会加入图库</translation>
    </message>
    <message>
        <source>Copy the list of new photos</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>复制新照片列表</translation>
    </message>
    <message>
        <source>Copy where the new photos are, as text</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>以文本形式复制新照片的位置</translation>
    </message>
    <message>
        <source>Look at another</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>查看另一个</translation>
    </message>
    <message>
        <source>Choose another folder or card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>选择另一个文件夹或存储卡</translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>正在统计照片：{count}</translation>
    </message>
    <message>
        <source>Looking at {done} of {total}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>正在查看：{done} / {total}</translation>
    </message>
    <message>
        <source>There are no photos in this folder.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>此文件夹中没有照片。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln 张新照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln 张已在图库中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the library has in another size</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln 张在图库中有其他尺寸</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln 张无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWall</name>
    <message>
        <source>Photos of the card</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>存储卡上的照片</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>新照片</translation>
    </message>
    <message>
        <source>In the library in another size</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>图库中有其他尺寸</translation>
    </message>
    <message>
        <source>Already here</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>已在图库中</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>In the library: {place}. Click to show it.</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>图库中：{place}。点按即可显示。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take this out of the question (Esc)</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>从搜索中移除（Esc）</translation>
    </message>
    <message>
        <source>Parts of photos like this: {part} in {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>与此相似的部分：{name} 中的{part}</translation>
    </message>
    <message>
        <source>Less like: {what}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>减少类似：{what}</translation>
    </message>
    <message>
        <source>Ask for more of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>改为增加此内容</translation>
    </message>
    <message>
        <source>Ask for less of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>改为减少此内容</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>The wheel makes it count more or less</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>用滚轮可调高或调低它的权重</translation>
    </message>
    <message>
        <source>Similar to</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>类似</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>局部</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>位于</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>自</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>早于</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>方向</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>大小</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>百万像素</translation>
    </message>
    <message>
        <source>Near</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>附近</translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>包含</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Keyword</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>关键词</translation>
    </message>
    <message>
        <source>part of {name}</source>
        <extracomment>app/query_bar/faces.py</extracomment>
        <translation>{name} 的一部分</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>类似 {name}</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>返回照片</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>比较</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Between the whole photos and 100 % (0, 1)</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>在完整照片与 100% 之间切换（0、1）</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom and move together</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>同步缩放和移动</translation>
    </message>
    <message>
        <source>Compare photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>比较照片</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>适合</translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>缩放：{scale}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <extracomment>app/crash.py</extracomment>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>Recollect has made a mistake</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Recollect 出错了</translation>
    </message>
    <message>
        <source>Your photos and your library are safe. You can go on, but starting again is wiser. The details help the developers; they may hold names of your folders.</source>
        <extracomment>app/crash.py</extracomment>
        <translation>你的照片和图库都安全。你可以继续使用，但重新启动更稳妥。详细信息对开发者有帮助；其中可能含有你的文件夹名称。</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>app/crash.py</extracomment>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/crash.py</extracomment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <extracomment>app/crash.py</extracomment>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>app/crash.py</extracomment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Restart Recollect</source>
        <extracomment>app/crash.py</extracomment>
        <translation>重新启动 Recollect</translation>
    </message>
</context>
<context>
    <name>DropGuide</name>
    <message>
        <source>Drop folders to add them, or a picture to find similar photos</source>
        <extracomment>app/dropping.py</extracomment>
        <translation>拖放文件夹即可添加，拖放图片可查找相似照片</translation>
    </message>
</context>
<context>
    <name>DuplicateWall</name>
    <message>
        <source>Groups of photos</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>照片分组</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>将 %Ln 张移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>比较</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>不是重复照片</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>最大</translation>
    </message>
    <message>
        <source>Most detail</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>细节最多</translation>
    </message>
    <message>
        <source>Oldest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>最早</translation>
    </message>
    <message>
        <source>Original name</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>原始名称</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>保留</translation>
    </message>
    <message>
        <source>to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>将移到回收站</translation>
    </message>
    <message>
        <source>stays</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>保留</translation>
    </message>
    <message>
        <source>group {number} of {count}</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>第 {number} 组，共 {count} 组</translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>这张照片所在的驱动器未连接。</translation>
    </message>
    <message>
        <source>See these photos side by side (C)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>并排查看这些照片（C）</translation>
    </message>
    <message>
        <source>Do not show this group again (N)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>不再显示这一组（N）</translation>
    </message>
    <message>
        <source>Move the photos marked Trash to the trash (Del)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>把标为“回收站”的照片移到回收站（Del）</translation>
    </message>
    <message>
        <source>This photo stays (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>保留这张照片（空格键）</translation>
    </message>
    <message>
        <source>This photo is to go to the trash (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>这张照片将移到回收站（空格键）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>可释放 {size}</translation>
    </message>
    <message>
        <source>Trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>正在查找重复照片</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>查找重复照片</translation>
    </message>
    <message>
        <source>Compare all photos of the library again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>重新比较图库中的所有照片</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Move all photos marked Trash in this list to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>把此列表中所有标为“回收站”的照片移到回收站</translation>
    </message>
    <message>
        <source>Same file</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>相同文件</translation>
    </message>
    <message>
        <source>Same picture saved again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>另存的同一张图片</translation>
    </message>
    <message>
        <source>Same moment</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>同一时刻</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>看起来相似</translation>
    </message>
    <message>
        <source>The very same file, stored more than once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>完全相同的文件，存了不止一份。</translation>
    </message>
    <message>
        <source>One picture in several sizes, qualities or formats.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>同一张图片，有几种尺寸、质量或格式。</translation>
    </message>
    <message>
        <source>Taken within moments of each other. Nothing is marked for you here.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>在很短的时间内拍摄。这里不会替你标记任何照片。</translation>
    </message>
    <message>
        <source>Different photos that look much alike. Nothing is marked for you here; compare first.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>看起来很像的不同照片。这里不会替你标记任何照片；请先比较。</translation>
    </message>
    <message>
        <source>Getting ready to compare</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>正在准备比较</translation>
    </message>
    <message>
        <source>Comparing {done} of {total}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>正在比较：{done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln 组</numerusform>
        </translation>
    </message>
    <message>
        <source>Find photos you have more than once</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>查找存了不止一份的照片</translation>
    </message>
    <message>
        <source>Recollect compares what it knows of your photos. You decide what goes to the trash.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Recollect 会比较它所了解的照片信息。哪些移到回收站由你决定。</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>没有重复照片</translation>
    </message>
    <message>
        <source>Every photo in your library is there only once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>图库中的每张照片都只有一份。</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>None of this kind</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>没有这一类照片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>{photos}, {size} to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>{photos}（{size}）将移到回收站</translation>
    </message>
    <message>
        <source>Nothing is marked for the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>没有照片标为移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>将 %Ln 张移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>One photo of a group that can be reached always stays.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>每组中总会保留一张可以访问的照片。</translation>
    </message>
    <message>
        <source>Compared just now</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>刚刚比较过</translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln minute(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln 分钟前比较过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln hour(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln 小时前比较过</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared on {date}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>比较日期：{date}</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Choose…</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>选择…</translation>
    </message>
    <message>
        <source>See the models on this computer</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>查看这台电脑上的模型</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is not a picture Recollect can read.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation>这个文件不是 Recollect 能读取的图片。</translation>
    </message>
    <message>
        <source>Open it in another program; if it opens there, save a copy as JPEG.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation>请用其他程序打开；如果能打开，请另存一份 JPEG。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>photo.empty</extracomment>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <extracomment>photo.empty</extracomment>
        <translation>请从原来的地方重新复制一份。</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the file.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation>Recollect 没有读取此文件的权限。</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions so that you can read it.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation>请更改文件的权限，使你能够读取它。</translation>
    </message>
    <message>
        <source>The picture has {megapixels} megapixels, more than the {limit} Recollect opens.</source>
        <extracomment>photo.too_large</extracomment>
        <translation>图片有 {megapixels} 百万像素，超过了 Recollect 可打开的上限 {limit}。</translation>
    </message>
    <message>
        <source>Save a smaller copy, or raise the limit in Settings.</source>
        <extracomment>photo.too_large</extracomment>
        <translation>请保存一份较小的副本，或在“设置”中提高上限。</translation>
    </message>
    <message>
        <source>The file is {size_mb} MB, more than the {limit_mb} MB Recollect reads.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation>文件大小为 {size_mb} MB，超过了 Recollect 可读取的 {limit_mb} MB。</translation>
    </message>
    <message>
        <source>Save a smaller copy.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation>请保存一份较小的副本。</translation>
    </message>
    <message>
        <source>The file ends too early: only {percent} % of the picture is there.</source>
        <extracomment>photo.truncated</extracomment>
        <translation>文件不完整：只有图片的 {percent}%。</translation>
    </message>
    <message>
        <source>Copy it again from the camera or a backup.</source>
        <extracomment>photo.truncated</extracomment>
        <translation>请从相机或备份重新复制。</translation>
    </message>
    <message>
        <source>The RAW file holds no preview picture.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation>这个 RAW 文件中没有预览图。</translation>
    </message>
    <message>
        <source>Export a JPEG beside it from your RAW program.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation>请用你的 RAW 程序在同一位置导出一份 JPEG。</translation>
    </message>
    <message>
        <source>The picture is {width} × {height} pixels, too narrow to show.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation>图片为 {width} × {height} 像素，过于狭长，无法显示。</translation>
    </message>
    <message>
        <source>Crop it to a wider shape.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation>请裁剪成不那么狭长的形状。</translation>
    </message>
    <message>
        <source>The file is in the cloud and not on this computer.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation>文件在云端，不在这台电脑上。</translation>
    </message>
    <message>
        <source>Make it available offline, then it will be indexed.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation>请设为可离线使用，之后就会为它建立索引。</translation>
    </message>
    <message>
        <source>The encoder could not make sense of the picture.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation>编码器无法理解这张图片。</translation>
    </message>
    <message>
        <source>It is tried again when the file or the model changes.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation>文件或模型有变化时会重试。</translation>
    </message>
    <message>
        <source>The drive could not read the file ({detail}).</source>
        <extracomment>photo.not_read</extracomment>
        <translation>驱动器无法读取文件（{detail}）。</translation>
    </message>
    <message>
        <source>Check the drive and its cable; the file is tried again at the next look.</source>
        <extracomment>photo.not_read</extracomment>
        <translation>请检查驱动器和连接线；下次查看时会重试此文件。</translation>
    </message>
    <message>
        <source>There was not enough memory to open the picture.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation>内存不足，无法打开图片。</translation>
    </message>
    <message>
        <source>Close other programs; it is tried again at the next look.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation>请关闭其他程序；下次查看时会重试。</translation>
    </message>
    <message>
        <source>There is no photo at {path}.</source>
        <extracomment>photo.not_found</extracomment>
        <translation>这个位置没有照片：{path}。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <extracomment>photo.not_found, model.missing</extracomment>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>There is no folder at {path}.</source>
        <extracomment>folder.missing</extracomment>
        <translation>这个位置没有文件夹：{path}。</translation>
    </message>
    <message>
        <source>Check the path, or connect the drive.</source>
        <extracomment>folder.missing</extracomment>
        <translation>请检查路径，或连接驱动器。</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation>{path} 是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Name the folder that holds it.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation>请指定它所在的文件夹。</translation>
    </message>
    <message>
        <source>Recollect is not allowed to look into {path}.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation>Recollect 没有查看 {path} 的权限。</translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions so that you can open it.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation>请更改文件夹的权限，使你能够打开它。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be reached.</source>
        <extracomment>folder.offline</extracomment>
        <translation>无法访问文件夹 {path}。</translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>folder.offline</extracomment>
        <translation>请连接驱动器或共享文件夹；已了解的照片信息都会保留。</translation>
    </message>
    <message>
        <source>{path} is not one of the library&apos;s folders.</source>
        <extracomment>folder.unknown</extracomment>
        <translation>{path} 不是图库中的文件夹。</translation>
    </message>
    <message>
        <source>See the list with: recollect folders list</source>
        <extracomment>folder.unknown</extracomment>
        <translation>查看列表：recollect folders list</translation>
    </message>
    <message>
        <source>{path} is Recollect&apos;s own data folder.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation>{path} 是 Recollect 自己的数据文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder with photos.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation>请选择包含照片的文件夹。</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached, so {path} is looked at every {seconds} s instead.</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation>已达到系统可监视的文件夹数量上限，因此改为每 {seconds} 秒查看一次 {path}。</translation>
    </message>
    <message>
        <source>Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation>提高上限：sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Line {line} of what is left out cannot be read ({detail}).</source>
        <extracomment>exclude.bad_pattern</extracomment>
        <translation>无法识别排除规则的第 {line} 行（{detail}）。</translation>
    </message>
    <message>
        <source>Write it as in a .gitignore file, for instance: *.tmp</source>
        <extracomment>exclude.bad_pattern</extracomment>
        <translation>请按 .gitignore 文件的写法书写，例如：*.tmp</translation>
    </message>
    <message>
        <source>Line {line} of your vocabulary cannot be read ({detail}).</source>
        <extracomment>labels.bad_vocabulary</extracomment>
        <translation>无法识别词汇表的第 {line} 行（{detail}）。</translation>
    </message>
    <message>
        <source>Write one term a line; its plural may follow after a tab.</source>
        <extracomment>labels.bad_vocabulary</extracomment>
        <translation>请每行写一个词；可在制表符之后写上它的复数形式。</translation>
    </message>
    <message>
        <source>The list of names has no words.</source>
        <extracomment>labels.empty_vocabulary</extracomment>
        <translation>名称列表中没有词。</translation>
    </message>
    <message>
        <source>Write one word a line, or choose another list.</source>
        <extracomment>labels.empty_vocabulary</extracomment>
        <translation>请每行写一个词，或选择另一个列表。</translation>
    </message>
    <message>
        <source>The library was made by a newer Recollect (catalogue {found}, this program knows {known}).</source>
        <extracomment>catalogue.newer</extracomment>
        <translation>此图库由更新版本的 Recollect 创建（目录数据库版本 {found}，本程序支持到 {known}）。</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <extracomment>catalogue.newer</extracomment>
        <translation>请安装更新的版本；没有改动任何内容。</translation>
    </message>
    <message>
        <source>The library&apos;s catalogue is damaged ({detail}).</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation>图库的目录数据库已损坏（{detail}）。</translation>
    </message>
    <message>
        <source>Run recollect check --repair: it takes the newest copy, or reads your photos anew.</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation>请运行 recollect check --repair：它会使用最新的备份，或重新读取你的照片。</translation>
    </message>
    <message>
        <source>The library could not be brought to this version ({detail}). The copy made before was put back.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation>无法将图库升级到此版本（{detail}）。已恢复升级前的副本。</translation>
    </message>
    <message>
        <source>Start the earlier version, or send the file {failed} to the developers.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation>请使用之前的版本，或把文件 {failed} 发给开发者。</translation>
    </message>
    <message>
        <source>The library is open read-only, because {why}.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation>图库以只读方式打开，因为{why}。</translation>
    </message>
    <message>
        <source>Close the program that has it open; if none has, make its folder writable.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation>请关闭正在使用它的程序；如果没有这样的程序，请将其文件夹设为可写。</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the library in {path}.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation>Recollect 没有读取 {path} 中图库的权限。</translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files, or choose another place with RECOLLECT_HOME.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation>请更改该文件夹及其中文件的权限，或用 RECOLLECT_HOME 选择其他位置。</translation>
    </message>
    <message>
        <source>The library is in use by {owner}.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation>图库正在使用中，使用者：{owner}。</translation>
    </message>
    <message>
        <source>Close that program, or wait until it is done.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation>请关闭该程序，或等它完成。</translation>
    </message>
    <message>
        <source>The disk with {path} cannot lock files ({detail}), so two programs could spoil the library.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation>{path} 所在的磁盘无法锁定文件（{detail}），两个程序同时使用可能会损坏图库。</translation>
    </message>
    <message>
        <source>Keep the library on a disk of this computer: set RECOLLECT_HOME.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation>请把图库放在这台电脑的磁盘上：设置 RECOLLECT_HOME。</translation>
    </message>
    <message>
        <source>The disk with {path} is full ({free_mb} MB free, about {needed_mb} MB needed).</source>
        <extracomment>disk.full</extracomment>
        <translation>{path} 所在的磁盘已满（可用 {free_mb} MB，约需 {needed_mb} MB）。</translation>
    </message>
    <message>
        <source>Free some space; indexing goes on from where it stopped.</source>
        <extracomment>disk.full</extracomment>
        <translation>请释放一些空间；建立索引会从中断处继续。</translation>
    </message>
    <message>
        <source>Recollect is not allowed to write to {path}.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation>Recollect 没有写入 {path} 的权限。</translation>
    </message>
    <message>
        <source>Choose another place with RECOLLECT_HOME, or change the folder&apos;s permissions.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation>请用 RECOLLECT_HOME 选择其他位置，或更改文件夹的权限。</translation>
    </message>
    <message>
        <source>{path} is a file, so there is no room for a library.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation>{path} 是文件，无法用来存放图库。</translation>
    </message>
    <message>
        <source>Name a folder with RECOLLECT_HOME.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation>请用 RECOLLECT_HOME 指定一个文件夹。</translation>
    </message>
    <message>
        <source>There is no model at {path}.</source>
        <extracomment>model.missing</extracomment>
        <translation>这个位置没有模型：{path}。</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <extracomment>model.unknown</extracomment>
        <translation>没有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>See the list with: recollect models list</source>
        <extracomment>model.unknown</extracomment>
        <translation>查看列表：recollect models list</translation>
    </message>
    <message>
        <source>{path} is not a model that reads both photos and words ({detail}).</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation>{path} 不是能同时读懂照片和文字的模型（{detail}）。</translation>
    </message>
    <message>
        <source>Choose a CLIP, ALIGN, GroupViT, SigLIP or similar folder saved by transformers.</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation>请选择由 transformers 保存的 CLIP、ALIGN、GroupViT、SigLIP 或类似模型的文件夹。</translation>
    </message>
    <message>
        <source>{path} is not a model that sees the parts of a photo ({detail}).</source>
        <extracomment>model.not_a_segmenter</extracomment>
        <translation>{path} 不是能看出照片各部分的模型（{detail}）。</translation>
    </message>
    <message>
        <source>Choose a GroupViT folder saved by transformers.</source>
        <extracomment>model.not_a_segmenter</extracomment>
        <translation>请选择由 transformers 保存的 GroupViT 文件夹。</translation>
    </message>
    <message>
        <source>There is no model on this computer that sees the parts of a photo.</source>
        <extracomment>model.segmenter_missing</extracomment>
        <translation>这台电脑上没有能看出照片各部分的模型。</translation>
    </message>
    <message>
        <source>Get one on the Models page.</source>
        <extracomment>model.segmenter_missing</extracomment>
        <translation>请在“模型”页面获取一个。</translation>
    </message>
    <message>
        <source>{name} cannot tell where in a photo it sees something.</source>
        <extracomment>model.no_map</extracomment>
        <translation>{name} 无法指出它在照片的什么位置看到了什么。</translation>
    </message>
    <message>
        <source>Choose another model on the Models page.</source>
        <extracomment>model.no_map</extracomment>
        <translation>请在“模型”页面选择另一个。</translation>
    </message>
    <message>
        <source>{name} could not be downloaded ({detail}).</source>
        <extracomment>model.download</extracomment>
        <translation>无法下载 {name}（{detail}）。</translation>
    </message>
    <message>
        <source>Check the connection and try again; what has arrived is kept.</source>
        <extracomment>model.download</extracomment>
        <translation>请检查网络连接后重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The weights in {path} are not in the safetensors format.</source>
        <extracomment>model.unsafe</extracomment>
        <translation>{path} 中的权重不是 safetensors 格式。</translation>
    </message>
    <message>
        <source>Convert them to safetensors; other formats can run code and are refused.</source>
        <extracomment>model.unsafe</extracomment>
        <translation>请转换为 safetensors；其他格式可能会运行代码，因此不接受。</translation>
    </message>
    <message>
        <source>The model in {path} is damaged or incomplete ({detail}).</source>
        <extracomment>model.damaged</extracomment>
        <translation>{path} 中的模型已损坏或不完整（{detail}）。</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <extracomment>model.damaged</extracomment>
        <translation>请重新下载或复制。</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the model in {path}.</source>
        <extracomment>model.forbidden</extracomment>
        <translation>Recollect 没有读取 {path} 中模型的权限。</translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files so that you can read them.</source>
        <extracomment>model.forbidden</extracomment>
        <translation>请更改该文件夹及其中文件的权限，使你能够读取它们。</translation>
    </message>
    <message>
        <source>The model in {path} wants to run its own program code.</source>
        <extracomment>model.remote_code</extracomment>
        <translation>{path} 中的模型需要运行自带的程序代码。</translation>
    </message>
    <message>
        <source>Choose a model that transformers knows by itself.</source>
        <extracomment>model.remote_code</extracomment>
        <translation>请选择 transformers 自身支持的模型。</translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using smaller batches.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation>{device} 内存不足；改用较小的批次。</translation>
    </message>
    <message>
        <source>Nothing to do; no photo was skipped.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation>无需任何操作；没有漏掉照片。</translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using the processor.</source>
        <extracomment>device.processor</extracomment>
        <translation>{device} 内存不足；改用处理器。</translation>
    </message>
    <message>
        <source>Close other programs that use it, then restart Recollect to try again.</source>
        <extracomment>device.processor</extracomment>
        <translation>请关闭其他正在使用它的程序，然后重新启动 Recollect 再试。</translation>
    </message>
    <message>
        <source>The {device} stopped answering; using the processor.</source>
        <extracomment>device.lost</extracomment>
        <translation>{device} 停止响应；改用处理器。</translation>
    </message>
    <message>
        <source>Restart Recollect to try it again; no photo was skipped.</source>
        <extracomment>device.lost</extracomment>
        <translation>重新启动 Recollect 可再次尝试使用它；没有漏掉照片。</translation>
    </message>
    <message>
        <source>There is not enough memory to run the model {name}.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation>内存不足，无法运行模型 {name}。</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation>请关闭其他程序，或选择较小的模型。</translation>
    </message>
    <message>
        <source>There is no {device} on this computer.</source>
        <extracomment>device.unknown</extracomment>
        <translation>这台电脑上没有 {device}。</translation>
    </message>
    <message>
        <source>Choose another device in Settings.</source>
        <extracomment>device.unknown</extracomment>
        <translation>请在“设置”中选择其他设备。</translation>
    </message>
    <message>
        <source>The search index is damaged ({detail}); it is being built anew.</source>
        <extracomment>index.damaged</extracomment>
        <translation>搜索索引已损坏（{detail}）；正在重新生成。</translation>
    </message>
    <message>
        <source>Nothing to do; search works meanwhile.</source>
        <extracomment>index.damaged</extracomment>
        <translation>无需任何操作；其间仍可搜索。</translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <extracomment>query.empty</extracomment>
        <translation>没有可搜索的内容。</translation>
    </message>
    <message>
        <source>Type what is in the photo.</source>
        <extracomment>query.empty</extracomment>
        <translation>请输入照片中的内容。</translation>
    </message>
    <message>
        <source>The query only says what should not be in the photo.</source>
        <extracomment>query.only_minus</extracomment>
        <translation>搜索只说明了照片中不应有什么。</translation>
    </message>
    <message>
        <source>Add a word for what should be in it.</source>
        <extracomment>query.only_minus</extracomment>
        <translation>请加上照片中应有的内容。</translation>
    </message>
    <message>
        <source>Correct the query at character {position}.</source>
        <extracomment>query.mistake</extracomment>
        <translation>请修改搜索中第 {position} 个字符处。</translation>
    </message>
    <message>
        <source>The library has no photos yet.</source>
        <extracomment>library.empty</extracomment>
        <translation>图库中还没有照片。</translation>
    </message>
    <message>
        <source>Add a folder with: recollect index FOLDER</source>
        <extracomment>library.empty</extracomment>
        <translation>添加文件夹：recollect index FOLDER</translation>
    </message>
    <message>
        <source>{key} cannot be {value}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation>{key} 不能是 {value}。</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation>允许的值：{allowed}。</translation>
    </message>
    <message>
        <source>There is no setting called {key}.</source>
        <extracomment>settings.unknown</extracomment>
        <translation>没有名为 {key} 的设置。</translation>
    </message>
    <message>
        <source>See the list in Settings.</source>
        <extracomment>settings.unknown</extracomment>
        <translation>请在“设置”中查看列表。</translation>
    </message>
    <message>
        <source>{path} is not a captions file Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation>{path} 不是 Recollect 能识别的说明文字文件（{detail}）。</translation>
    </message>
    <message>
        <source>Use Karpathy&apos;s JSON form or a plain JSON object of file to captions.</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation>请使用 Karpathy 的 JSON 格式，或由文件名对应说明文字的普通 JSON 对象。</translation>
    </message>
    <message>
        <source>{path} is not a word list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation>{path} 不是 Recollect 能识别的词表（{detail}）。</translation>
    </message>
    <message>
        <source>Write it in TOML: [[word]] with a query, and a pattern where the query&apos;s own words do not do.</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation>请用 TOML 书写：[[word]] 中写 query；query 本身的词不够用时再写 pattern。</translation>
    </message>
    <message>
        <source>{path} is not a query list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation>{path} 不是 Recollect 能识别的搜索列表（{detail}）。</translation>
    </message>
    <message>
        <source>Write it in TOML: [[query]] with a text, and a pattern or absurd = true.</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation>请用 TOML 书写：[[query]] 中写 text，以及 pattern 或 absurd = true。</translation>
    </message>
    <message>
        <source>{path} is not a list of names Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation>{path} 不是 Recollect 能识别的名称列表（{detail}）。</translation>
    </message>
    <message>
        <source>Write one name a line, or a JSON list of names.</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation>请每行写一个名称，或写成名称的 JSON 列表。</translation>
    </message>
    <message>
        <source>{path} is not a folder of photos with masks ({detail}).</source>
        <extracomment>evaluate.bad_masks</extracomment>
        <translation>{path} 不是带有遮罩的照片文件夹（{detail}）。</translation>
    </message>
    <message>
        <source>Photos are .webp files with a mask of the same name as .png; categories.json lies a folder above.</source>
        <extracomment>evaluate.bad_masks</extracomment>
        <translation>照片为 .webp 文件，同名遮罩为 .png；categories.json 位于上一级文件夹。</translation>
    </message>
    <message>
        <source>None of the photos named in {path} is in {folder}.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation>{path} 中列出的照片都不在 {folder} 中。</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation>请检查文件夹。</translation>
    </message>
    <message>
        <source>Difficulty “{code}”.</source>
        <extracomment>unknown</extracomment>
        <translation>遇到问题“{code}”。</translation>
    </message>
    <message>
        <source>Update Recollect to learn more.</source>
        <extracomment>unknown</extracomment>
        <translation>请更新 Recollect 以了解详情。</translation>
    </message>
    <message>
        <source>its file cannot be written</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation>其文件无法写入</translation>
    </message>
    <message>
        <source>another program</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>an embedding has a wrong length</source>
        <extracomment>detail of catalogue.damaged</extracomment>
        <translation>有一个嵌入向量的长度不对</translation>
    </message>
    <message>
        <source>its older catalogue has to be brought up to date first</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation>需要先升级其旧版目录数据库</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>a null character</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>含有空字符</translation>
    </message>
    <message>
        <source>half a character</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>不完整的字符</translation>
    </message>
    <message>
        <source>longer than 100 characters</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>超过 100 个字符</translation>
    </message>
    <message>
        <source>a category is written [name]</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>类别应写作 [名称]</translation>
    </message>
    <message>
        <source>more than a term and its plural</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>不止一个词及其复数</translation>
    </message>
    <message>
        <source>more than 5,000 terms</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>超过 5,000 个词</translation>
    </message>
    <message>
        <source>not text in UTF-8</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it is being written to</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation>正在被写入</translation>
    </message>
    <message>
        <source>the settings forbid the network</source>
        <extracomment>detail of model.download</extracomment>
        <translation>设置中禁止使用网络</translation>
    </message>
    <message>
        <source>the window</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation>窗口程序</translation>
    </message>
    <message>
        <source>it sees parts only</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>它只能看出部分</translation>
    </message>
    <message>
        <source>no common space</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>没有共同的向量空间</translation>
    </message>
    <message>
        <source>no config.json</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>没有 config.json</translation>
    </message>
    <message>
        <source>config.json names no model_type</source>
        <extracomment>detail of</extracomment>
        <translation>config.json 没有写明 model_type</translation>
    </message>
    <message>
        <source>A photo cannot be named here.</source>
        <extracomment>detail of query.mistake</extracomment>
        <translation>这里不能指定照片。</translation>
    </message>
    <message>
        <source>tensors are missing</source>
        <extracomment>detail of model.damaged</extracomment>
        <translation>缺少张量</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} {value}, {photos}, chosen</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>{field} {value}，{photos}，已选</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>from the camera</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>来自相机</translation>
    </message>
    <message>
        <source>from the photo&apos;s description</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>来自照片描述</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>来自文件名</translation>
    </message>
    <message>
        <source>from the file&apos;s date</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>来自文件日期</translation>
    </message>
    <message>
        <source>{number} MP</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>{number} 百万像素</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>S</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>E</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>W</translation>
    </message>
    <message>
        <source>{number} m above the sea</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>海拔 {number} 米</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Strip of photos</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>照片条</translation>
    </message>
</context>
<context>
    <name>FiltersDrawer</name>
    <message>
        <source>Filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear all</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>移除所有筛选</translation>
    </message>
    <message>
        <source>Close the filters (Esc)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>关闭筛选（Esc）</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>关闭筛选</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>相机</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Orientation</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>方向</translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>包含</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>方形</translation>
    </message>
    <message>
        <source>A place</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>地点</translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>关键词</translation>
    </message>
    <message>
        <source>A camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>相机</translation>
    </message>
    <message>
        <source>A caption</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>A date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>A favourite</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>收藏</translation>
    </message>
    <message>
        <source>RAW</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>RAW</translation>
    </message>
    <message>
        <source>A duplicate</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Hidden</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>新加入</translation>
    </message>
    <message>
        <source>On a drive that is away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>在未连接的驱动器上</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>去年</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Photos that belong to no folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>不属于任何文件夹的照片</translation>
    </message>
    <message>
        <source>Photos whose description is missing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>缺少描述的照片</translation>
    </message>
    <message>
        <source>Embeddings that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>不属于任何照片的嵌入向量</translation>
    </message>
    <message>
        <source>Embeddings of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>长度不对的嵌入向量</translation>
    </message>
    <message>
        <source>Parts of photos of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>长度错误的照片部分</translation>
    </message>
    <message>
        <source>Parts of photos that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>不属于任何照片的部分</translation>
    </message>
    <message>
        <source>Photos whose parts cannot be read</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>无法读取其局部的照片</translation>
    </message>
    <message>
        <source>Remembered texts of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>长度不对的已记录文本</translation>
    </message>
    <message>
        <source>Problems that belong to nothing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>没有对应文件的问题</translation>
    </message>
    <message>
        <source>Directories without photos</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>没有照片的文件夹</translation>
    </message>
    <message>
        <source>Contents no photo has any more</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>已没有照片对应的内容</translation>
    </message>
    <message>
        <source>Photos indexed without an embedding</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>已建立索引但没有嵌入向量的照片</translation>
    </message>
    <message>
        <source>Photos on which the index and the catalogue differ</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>索引与目录数据库不一致的照片</translation>
    </message>
    <message>
        <source>Photos the stored index still has to catch up with</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>已存储的索引尚未收录的照片</translation>
    </message>
    <message>
        <source>Photos still waiting to be indexed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>仍在等待建立索引的照片</translation>
    </message>
    <message>
        <source>Folders that are offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>离线的文件夹</translation>
    </message>
    <message>
        <source>Problems listed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>列出的问题</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Find any photo by saying what is in it</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>说出照片里有什么，就能找到它</translation>
    </message>
    <message>
        <source>Choose a folder with photos. You can search while it is being read.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>选择包含照片的文件夹。读取期间就可以搜索。</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>选择包含照片的文件夹（Ctrl+O）</translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>用示例照片试试</translation>
    </message>
    <message>
        <source>Look around with a few dozen photos that come with Recollect</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>用 Recollect 附带的几十张照片先看看</translation>
    </message>
    <message>
        <source>The built-in model understands English: ask in English, or import a model that reads your language.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>内置模型只懂英文：请用英文搜索，或导入能读懂中文的模型。</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Recollect never changes or sends your photos.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>一切都留在这台电脑上。Recollect 绝不会更改或发送你的照片。</translation>
    </message>
</context>
<context>
    <name>FolderCare</name>
    <message>
        <source>Add a folder with photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>添加包含照片的文件夹</translation>
    </message>
    <message>
        <source>More than {count} photos. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>超过 {count} 张照片。读取期间就可以搜索。</translation>
    </message>
    <message>
        <source>{count} photos. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>{count} 张照片。读取期间就可以搜索。</translation>
    </message>
    <message>
        <source>{count} photos, {time}. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>{count} 张照片，需要{time}。读取期间就可以搜索。</translation>
    </message>
    <message>
        <source>Do not add</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>不添加</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>约 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>查找新照片</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>排除…</translation>
    </message>
    <message>
        <source>Files and folders in here that are not to be indexed</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>此处不建立索引的文件和文件夹</translation>
    </message>
    <message>
        <source>Remove from Recollect</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>从 Recollect 中移除</translation>
    </message>
    <message>
        <source>The photos stay where they are</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>照片仍留在原处</translation>
    </message>
    <message>
        <source>Leave out of “{name}”</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>从“{name}”中排除</translation>
    </message>
    <message>
        <source>One pattern a line, as in a .gitignore file, for instance: screenshots/ or *.gif</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>每行一条规则，写法与 .gitignore 文件相同，例如：screenshots/ 或 *.gif</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>“{name}” was removed. Its photos stay where they are.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>已移除“{name}”。其中的照片仍留在原处。</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Recollect looks for photos like the first {most} of these {count} pictures.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Recollect 会查找与这 {count} 张图片中前 {most} 张相似的照片。</translation>
    </message>
    <message>
        <source>Recollect takes folders and pictures from this computer.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Recollect 接受这台电脑上的文件夹和图片。</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Photos</source>
        <extracomment>app/grid/view.py</extracomment>
        <translation>照片</translation>
    </message>
    <message>
        <source>Strong matches</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>高度匹配</translation>
    </message>
    <message>
        <source>In names and keywords</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>名称和关键词匹配</translation>
    </message>
    <message>
        <source>Possible</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>可能匹配</translation>
    </message>
    <message>
        <source>The rest</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>其余</translation>
    </message>
    <message>
        <source>Without a date</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>Nothing matches clearly. Here are the closest.</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>没有明显的匹配。以下是最接近的照片。</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>Show all others, by relevance · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>按相关性显示其他所有照片 · {count}</translation>
    </message>
    <message>
        <source>Show the rest · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>显示其余 · {count}</translation>
    </message>
    <message>
        <source>found by: {part}</source>
        <extracomment>app/grid/spoken.py</extracomment>
        <translation>因此被找到：{part}</translation>
    </message>
    <message>
        <source>The rest, by relevance</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>其余，按相关性</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>图库状态</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>备份</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>See what could not be read, and what to do</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>查看无法读取的文件以及处理办法</translation>
    </message>
    <message>
        <source>Care</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>维护</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>检查</translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>修复</translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Rebuild search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>重建搜索索引</translation>
    </message>
    <message>
        <source>Compares catalogue, index and thumbnails. Changes nothing.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>比对目录数据库、索引和缩略图。不做任何改动。</translation>
    </message>
    <message>
        <source>Mends what a check found. Your photos are not touched.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>修复检查发现的问题。不会动你的照片。</translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>备份</translation>
    </message>
    <message>
        <source>Keeps a copy of the catalogue beside it. The photos are not copied.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>在目录数据库旁保存一份副本。不会复制照片。</translation>
    </message>
    <message>
        <source>Search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>Makes the index anew from the catalogue, for when results look wrong.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>用目录数据库重新生成索引，适合结果看起来不对的时候。</translation>
    </message>
    <message>
        <source>What the check found</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>On disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>图库文件夹</translation>
    </message>
    <message>
        <source>Show library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>显示图库文件夹</translation>
    </message>
    <message>
        <source>Open the folder with the library in it</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>打开存放图库的文件夹</translation>
    </message>
    <message>
        <source>{done} of {total} searchable</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>{total} 张中有 {done} 张可搜索</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>等待中：{count}</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>没有等待中的照片。</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>问题：{count}</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>目录数据库</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>其他</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>“Back up now” makes the first.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>点按“立即备份”创建第一份。</translation>
    </message>
    <message>
        <source>{count} photos, {state}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>{count} 张照片，{state}</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>实时监视</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>尚未查看。</translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>定期查看</translation>
    </message>
    <message>
        <source>This place tells of no changes, so it is looked at every now and then.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>此位置不会通知变化，因此会定期查看。</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>已达到系统可监视的文件夹数量上限。提高上限：sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>离线</translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>请连接驱动器或共享文件夹；已了解的照片信息都会保留。</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Nothing has to be mended.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>没有需要修复的问题。</translation>
    </message>
    <message>
        <source>Mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>已修复</translation>
    </message>
    <message>
        <source>To be mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>待修复</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Getting started</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>The query language</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>搜索语言</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>隐私</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>关于</translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>帮助章节</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>When photos were taken</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>照片的拍摄时间</translation>
    </message>
    <message>
        <source>Show all times again (Esc)</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>重新显示所有时间（Esc）</translation>
    </message>
    <message>
        <source>Show all times again</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>重新显示所有时间</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) without a date are not shown here</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>
            <numerusform>有 %Ln 张没有日期的照片未在此显示</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo has a date</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>没有照片带有日期</translation>
    </message>
    <message>
        <source>{span}; most in {time}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>{span}；最多：{time}</translation>
    </message>
    <message>
        <source>chosen: {span}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>已选：{span}</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day below a bar</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What you asked before</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation>之前的搜索</translation>
    </message>
    <message>
        <source>Enter asks again, Delete forgets</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation>按 Enter 再次搜索，按 Delete 删除记录</translation>
    </message>
</context>
<context>
    <name>IndexingCare</name>
    <message>
        <source>{count} photos</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} 张照片</translation>
    </message>
    <message>
        <source>{count} photo</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} 张照片</translation>
    </message>
    <message>
        <source>{count} photos indexed in {seconds} s.</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>已为 {count} 张照片建立索引，用时 {seconds} 秒。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>照片信息</translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>关键词</translation>
    </message>
    <message>
        <source>What Recollect sees</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Recollect 看到的内容</translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>非常确定</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>比较确定</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>也许</translation>
    </message>
    <message>
        <source>Copies of this photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>这张照片的副本</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Photos in “{folder}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>“{folder}”中的照片</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>在此文件夹中搜索</translation>
    </message>
    <message>
        <source>Search for photos with this keyword</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>搜索带有此关键词的照片</translation>
    </message>
    <message>
        <source>Search for photos of this day</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>搜索这一天的照片</translation>
    </message>
    <message>
        <source>Search for photos of this camera</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>搜索用此相机拍摄的照片</translation>
    </message>
    <message>
        <source>very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>非常确定</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>比较确定</translation>
    </message>
    <message>
        <source>perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>也许</translation>
    </message>
    <message>
        <source>Search for “{label}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>搜索“{label}”</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Apply</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>应用</translation>
    </message>
    <message>
        <source>Use these patterns from now on</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>从现在起使用这些规则</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Back to the patterns in use</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>恢复为正在使用的规则</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The model “{name}” cannot read these letters. Ask in English, or choose a model that reads your language.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>模型“{name}”读不懂这种文字。请用英文搜索，或选择能读懂中文的模型。</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>The language changes when Recollect is started again.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>重新启动 Recollect 后语言会改变。</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>拖放的图片</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Answers now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Which model tells the parts of a photo apart</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>由哪个模型区分照片的各个部分</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Show the licence, and where the model is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>显示许可证和模型的位置</translation>
    </message>
    <message>
        <source>Licence of {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{model} 的许可证</translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>See what changing to this model takes</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>查看换用此模型需要什么</translation>
    </message>
    <message>
        <source>Use the built-in one for parts</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>改用内置模型识别部分</translation>
    </message>
    <message>
        <source>Use for parts of photos</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>用于识别照片的各个部分</translation>
    </message>
    <message>
        <source>Change the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>更换模型</translation>
    </message>
    <message>
        <source>Begin; it can be stopped at any time</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>开始；随时可以停止</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>一切保持不变</translation>
    </message>
    <message>
        <source>Languages unknown</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>语言未知</translation>
    </message>
    <message>
        <source>{count} dimensions</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{count} 维</translation>
    </message>
    <message>
        <source>Built in</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>内置</translation>
    </message>
    <message>
        <source>Imported</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>已导入</translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>制作者未注明</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>许可证：{licence}</translation>
    </message>
    <message>
        <source>Kind: {family}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>类型：{family}</translation>
    </message>
    <message>
        <source>Folder: {path}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>文件夹：{path}</translation>
    </message>
    <message>
        <source>Nothing has to be encoded.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>没有需要编码的照片。</translation>
    </message>
    <message>
        <source>Photos to encode: {count}. How long that takes shows when it has begun.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>需要编码的照片：{count} 张。开始后会显示需要多长时间。</translation>
    </message>
    <message>
        <source>Photos to encode: {count}. That takes {time}.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>需要编码的照片：{count} 张。需要{time}。</translation>
    </message>
    <message>
        <source>{model} goes on answering until this one is complete.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>在此模型准备好之前，继续使用 {model}。</translation>
    </message>
    <message>
        <source>The present model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>当前模型</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Encoding {done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>正在编码：{done} / {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>还需{time}</translation>
    </message>
</context>
<context>
    <name>ModelOffer</name>
    <message>
        <source>Download…</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Download {model}…</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>下载 {model}…</translation>
    </message>
    <message>
        <source>See its terms and how much would be downloaded</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>查看使用条款和下载大小</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>下载</translation>
    </message>
    <message>
        <source>Accept these terms and begin; it can be stopped at any time</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>接受这些条款并开始；可随时停止</translation>
    </message>
    <message>
        <source>Its page</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>其网页</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Licence: {licence}
{size} are downloaded from {place}. Nothing of your photos is sent.</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>许可：{licence}
将从 {place} 下载 {size}。不会发送您的任何照片内容。</translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>作者未注明</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder with a CLIP, ALIGN, SigLIP or similar model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>选择包含 CLIP、ALIGN、SigLIP 或类似模型的文件夹</translation>
    </message>
    <message>
        <source>More models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>更多模型</translation>
    </message>
    <message>
        <source>A model turns photos and words into numbers that can be compared. Any CLIP, ALIGN, GroupViT or SigLIP model in safetensors files, as transformers saves it, can be imported; nothing is downloaded by itself.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>模型把照片和文字变成可以比较的数字。凡是由 transformers 保存为 safetensors 文件的 CLIP、ALIGN、GroupViT 或 SigLIP 模型都可以导入；绝不会自动下载任何内容。</translation>
    </message>
    <message>
        <source>Import a model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Downloading the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>正在下载模型</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>正在复制模型</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <extracomment>app/notices.py</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>My own words</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>我自己的词</translation>
    </message>
    <message>
        <source>One word or a few words a line: “my red bicycle”, “tram”. Parts of photos are called by whichever fits best.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>每行一个词或短语：“我的红色自行车”“电车”。照片的各部分会用最合适的词命名。</translation>
    </message>
    <message>
        <source>The model that finds them reads English.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>识别局部的模型只懂英文。</translation>
    </message>
    <message>
        <source>Words, one a line</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>词语，每行一个</translation>
    </message>
    <message>
        <source>One word a line</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>每行一个词</translation>
    </message>
    <message>
        <source>The model cannot read these letters, so these words fit nothing. Write them in English.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>该模型读不懂这些文字，因此这些词不会匹配任何内容。请用英文填写。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the words as they were (Esc)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>保持词语不变（Esc）</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use these words from now on (Ctrl+Enter)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>从现在起使用这些词（Ctrl+Enter）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>
            <numerusform>%Ln 个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop this; nothing is lost</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>停止；不会丢失任何内容</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>约 {count} 分钟</translation>
    </message>
    <message>
        <source>about {count} h</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>约 {count} 小时</translation>
    </message>
</context>
<context>
    <name>PageCare</name>
    <message>
        <source>Repairing the library</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>正在修复图库</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>正在检查图库</translation>
    </message>
    <message>
        <source>A copy was made: {name}</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>已创建副本：{name}</translation>
    </message>
    <message>
        <source>Copying the catalogue</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>正在复制目录数据库</translation>
    </message>
    <message>
        <source>The search index was built anew.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>已重新生成搜索索引。</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>正在生成搜索索引</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Something else is being done. Try again when it has ended.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>正在进行其他操作。请等它结束后再试。</translation>
    </message>
    <message>
        <source>{name} answers from now on.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>从现在起使用 {name}。</translation>
    </message>
    <message>
        <source>{name} is here and can be used.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>{name} 已就绪，可以使用。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Recollect can put the newest good copy in its place, or begin anew and read your photos again. The damaged file is kept aside; your photos are not touched.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Recollect 可以换上最新的完好副本，或从头开始重新读取你的照片。损坏的文件会另外保留；不会动你的照片。</translation>
    </message>
    <message>
        <source>Mend the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>修复图库</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>关闭 Recollect</translation>
    </message>
    <message>
        <source>Mending the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>正在修复图库</translation>
    </message>
    <message>
        <source>This can take a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>这可能需要一点时间。</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>还没有收藏</translation>
    </message>
    <message>
        <source>Choose the photos you like best and press F. They are gathered here.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>选择你最喜欢的照片，然后按 F。它们会汇集在这里。</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>显示所有照片</translation>
    </message>
    <message>
        <source>No photo fits all of this</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>没有照片符合所有条件</translation>
    </message>
    <message>
        <source>Take a filter away, or clear the question.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>请移除一个筛选，或清除搜索。</translation>
    </message>
    <message>
        <source>{count} photos found</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>找到 {count} 张照片</translation>
    </message>
    <message>
        <source>Getting ready; the first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>正在准备；第一批照片很快就会出现。</translation>
    </message>
    <message>
        <source>Looking through your folders</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>正在查看你的文件夹</translation>
    </message>
    <message>
        <source>The first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>第一批照片很快就会出现。</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>清除</translation>
    </message>
    <message>
        <source>No photos to show</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>没有可显示的照片</translation>
    </message>
    <message>
        <source>To see those you have hidden, type is:hidden.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>要查看你隐藏的照片，请输入 is:hidden。</translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>这里还没有照片</translation>
    </message>
    <message>
        <source>The folders you added hold no pictures Recollect can read.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>你添加的文件夹中没有 Recollect 能读取的图片。</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>添加文件夹</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Keep as a favourite</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>To the trash</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Del</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Show this photo alone</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>单独显示这张照片</translation>
    </message>
</context>
<context>
    <name>PartsCare</name>
    <message>
        <source>Too few photos were looked into yet, so whole photos were compared.</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>查看过内部的照片还太少，因此比较的是整张照片。</translation>
    </message>
    <message>
        <source>Look inside photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>查看照片内部</translation>
    </message>
    <message>
        <source>by whole photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>按整张照片</translation>
    </message>
    <message>
        <source>by parts of {count} photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>按 {count} 张照片的部分</translation>
    </message>
    <message>
        <source>by parts</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>按部分</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>Choose at most {count} photos to open.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>最多选择 {count} 张照片打开。</translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>这张照片所在的驱动器未连接。</translation>
    </message>
    <message>
        <source>No program could open {name}, or it is no longer there.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>没有程序能打开 {name}，或它已不在原处。</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>已复制图片。</translation>
    </message>
    <message>
        <source>Preparing the photos; drag again in a moment.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>正在准备照片；请稍后再拖一次。</translation>
    </message>
</context>
<context>
    <name>PhotoCare</name>
    <message numerus="yes">
        <source>%Ln photo(s) are favourites now.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>已收藏 %Ln 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are no longer favourites.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>已取消收藏 %Ln 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) hidden. Type is:hidden to see them.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>已隐藏 %Ln 张照片。输入 is:hidden 可以查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) shown again.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>已重新显示 %Ln 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Ask for something first; then photos can be less like this one.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>请先搜索内容，然后才能减少类似这张的照片。</translation>
    </message>
    <message>
        <source>The question was moved towards {name}.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>已让搜索更接近 {name}。</translation>
    </message>
    <message>
        <source>The question was moved away from {name}.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>已让搜索更远离 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>The question was moved towards %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>已让搜索更接近 %Ln 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The question was moved away from %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>已让搜索更远离 %Ln 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is left out from now on. Its photos stay where they are.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>从现在起排除“{name}”。其中的照片仍留在原处。</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>要将 %Ln 个文件移到回收站吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>You can get them back from the trash of your system.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>你可以从系统的回收站恢复它们。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) go to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln 个文件将移到回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>无法将 %Ln 个文件移到回收站。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>网络</translation>
    </message>
    <message>
        <source>Network allowed when you ask</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>允许在你要求时使用网络</translation>
    </message>
    <message>
        <source>Off refuses everything in the table below. Search never needs it.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>关闭后，下表中的所有操作都会被拒绝。搜索从不需要网络。</translation>
    </message>
    <message>
        <source>Allow or forbid every use of the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>允许或禁止一切网络使用</translation>
    </message>
    <message>
        <source>Connections since the start</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>启动以来的连接</translation>
    </message>
    <message>
        <source>What uses the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>哪些操作使用网络</translation>
    </message>
    <message>
        <source>When you ask for it on the Models page. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>当你在“模型”页面要求时。绝不会自动进行。</translation>
    </message>
    <message>
        <source>When you ask for it in the Help menu. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>当你在“帮助”菜单中要求时。绝不会自动进行。</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>No address in this version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>此版本没有地址</translation>
    </message>
    <message>
        <source>Connections since the start: {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>启动以来的连接：{count}</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>No problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Files that Recollect cannot read are listed here.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Recollect 无法读取的文件会列在这里。</translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Read these files once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>重新读取这些文件</translation>
    </message>
    <message>
        <source>Files are tried again when they change.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>文件有变化时会重试。</translation>
    </message>
    <message>
        <source>Everything else was indexed.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>其他照片都已建立索引。</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>{count} 个问题</translation>
    </message>
    <message>
        <source>{count} problem</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>{count} 个问题</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>还有 {count} 个。</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read this file once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>重新读取此文件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the folder with this file chosen</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>打开所在文件夹并选中此文件</translation>
    </message>
    <message>
        <source>Ignore</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Do not list this file again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>不再列出此文件</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; what is known already stays</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>停止；已得到的信息会保留</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>还需不到 1 分钟</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>还需约 {count} 分钟</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Search your photos: try “dog in the snow”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>搜索照片：试试“dog in the snow”</translation>
    </message>
    <message>
        <source>Search your photos: try “city at night”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>搜索照片：试试“city at night”</translation>
    </message>
    <message>
        <source>Search your photos: try “a cat”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>搜索照片：试试“a cat”</translation>
    </message>
    <message>
        <source>Search your photos: try “snowy mountains”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>搜索照片：试试“snowy mountains”</translation>
    </message>
    <message>
        <source>Or drop a picture here to find similar photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>或将图片拖到这里，查找相似照片</translation>
    </message>
    <message>
        <source>Search your photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>搜索照片</translation>
    </message>
    <message>
        <source>Describe what is in the photo (Ctrl+F or /)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>描述照片中的内容（Ctrl+F 或 /）</translation>
    </message>
    <message>
        <source>Save this search (Ctrl+D)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>保存此搜索（Ctrl+D）</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>What you asked before (Alt+Down)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>之前的搜索（Alt+Down）</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Clear the question (Esc)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>清除搜索（Esc）</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>清除</translation>
    </message>
    <message>
        <source>Add words to narrow it down</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>加上词语以缩小范围</translation>
    </message>
</context>
<context>
    <name>QuickPreview</name>
    <message>
        <source>Quick preview</source>
        <extracomment>app/viewer/preview.py</extracomment>
        <translation>快速预览</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Find on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>在本页中查找</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>按 Enter 前往下一处，按 Shift+Enter 前往上一处</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>第 {place} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>本页中没有</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>The words that parts may be called by</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>可用来命名各部分的词</translation>
    </message>
    <message>
        <source>Show all parts with their names</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>显示所有部分及其名称</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>退出</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>The first time takes a little longer.</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>第一次需要稍长时间。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>
            <numerusform>%Ln 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit my own words…</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>编辑我自己的词…</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>词语</translation>
    </message>
    <message>
        <source>Words: {name}</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>词语：{name}</translation>
    </message>
    <message>
        <source>Choose this part; with Shift, add it to those chosen</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>选择这一部分；按住 Shift 可加入已选部分</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>Looking for the parts of this photo…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>正在寻找这张照片的各个部分…</translation>
    </message>
    <message>
        <source>Comparing the photo with “{words}”…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>正在将照片与“{words}”比较…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Tab goes from one to the next.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln 个部分。按 Tab 逐个切换。</numerusform>
        </translation>
    </message>
    <message>
        <source>What agrees most with “{words}”. An approximation: the encoder judged the whole photo.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>与“{words}”最相符的部分。仅为近似：编码器判断的是整张照片。</translation>
    </message>
    <message>
        <source>Get a region model</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>获取区域模型</translation>
    </message>
    <message>
        <source>My own words…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>我自己的词…</translation>
    </message>
    <message>
        <source>That could not be done.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>未能完成。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Click one, or draw a box.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln 个部分。点击其中一个，或画一个框。</numerusform>
        </translation>
    </message>
    <message>
        <source>No parts were found. Draw a box around what you mean.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>没有找到任何部分。请在您所指的内容周围画一个框。</translation>
    </message>
    <message>
        <source>Click a part, Shift+click adds another.
Drag to draw a box of your own.
The middle button, or Space held down, moves a zoomed photo.
Tab goes from part to part, Enter finds photos with what is chosen.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>点击选择一个部分，Shift+点击再加一个。
拖动可自己画框。
中键或按住空格键可移动放大的照片。
Tab 逐个切换，Enter 查找含有所选部分的照片。</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Square tiles</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>方形图块</translation>
    </message>
    <message>
        <source>Square tiles, or photos&apos; own shapes</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>方形图块，或照片本来的形状</translation>
    </message>
    <message>
        <source>Outlines</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Outline the part that a photo was found by (Ctrl+Shift+B)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>勾出照片因哪一部分而被找到（Ctrl+Shift+B）</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show the matches over the years (Ctrl+T)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>按年份显示匹配的照片（Ctrl+T）</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filters (Ctrl+Shift+L)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>筛选（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>More matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>更多匹配</translation>
    </message>
    <message>
        <source>Stricter</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>更严格</translation>
    </message>
    <message>
        <source>How well a photo must match to be called Strong or Possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>照片要匹配到什么程度才算“高度匹配”或“可能匹配”</translation>
    </message>
    <message>
        <source>Strictness of the matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>匹配的严格程度</translation>
    </message>
    <message>
        <source>Relevance</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>最早的在前</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>文件夹和名称</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches clearly</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>没有明显的匹配</translation>
    </message>
    <message>
        <source>{count} by name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>{count} 张名称匹配</translation>
    </message>
    <message>
        <source>{count} strong</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>{count} 张高度匹配</translation>
    </message>
    <message>
        <source>{count} possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>{count} 张可能匹配</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>排序：{order}</translation>
    </message>
    <message>
        <source>In which order the photos stand</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>照片的排列顺序</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Nothing was asked yet.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>还没有搜索过。</translation>
    </message>
    <message>
        <source>Ask for something first; then the search can be saved.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>请先搜索内容，然后才能保存搜索。</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>“{name}” was saved. It collects new photos.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>已保存“{name}”。它会收集新照片。</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>重新命名搜索</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>移除</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>已移除“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>清除</translation>
    </message>
    <message>
        <source>Leave {field} open again</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>不再限定{field}</translation>
    </message>
    <message>
        <source>Clear {field}</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>清除{field}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>显示更少</translation>
    </message>
    <message>
        <source>Show all ({count})</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>显示全部（{count}）</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>还有 {count} 项。</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to what Recollect comes with</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>恢复为 Recollect 的默认值</translation>
    </message>
    <message>
        <source>Reset {setting}</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>重置{setting}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>建立索引</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>监视</translation>
    </message>
    <message>
        <source>Model and device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>模型和设备</translation>
    </message>
    <message>
        <source>Looks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>界面</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>清除记录</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>高级</translation>
    </message>
    <message>
        <source>Applies to the next photos.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>对之后的照片生效。</translation>
    </message>
    <message>
        <source>The index is built anew in the background; search goes on meanwhile.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>索引会在后台重新生成；其间仍可搜索。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Strictness</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>严格程度</translation>
    </message>
    <message>
        <source>Stricter shows fewer photos as Strong.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>越严格，显示为“高度匹配”的照片越少。</translation>
    </message>
    <message>
        <source>Order of results</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>结果排序</translation>
    </message>
    <message>
        <source>Best first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>最匹配的在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>最早的在前</translation>
    </message>
    <message>
        <source>By folder</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>按文件夹</translation>
    </message>
    <message>
        <source>Look inside photos</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>查看照片内部</translation>
    </message>
    <message>
        <source>Takes about as long as indexing, once; in the background.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>只需一次，用时与建立索引相近；在后台进行。</translation>
    </message>
    <message>
        <source>Find parts of photos</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>查找照片的部分</translation>
    </message>
    <message>
        <source>Names of parts</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>部分的名称</translation>
    </message>
    <message>
        <source>Everyday things</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>日常事物</translation>
    </message>
    <message>
        <source>COCO&apos;s 80 objects</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>COCO 的 80 种物体</translation>
    </message>
    <message>
        <source>PASCAL VOC&apos;s 20 objects</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>PASCAL VOC 的 20 种物体</translation>
    </message>
    <message>
        <source>My own words</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>我自己的词</translation>
    </message>
    <message>
        <source>Stacks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Gentle indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>低占用模式</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>始终</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>从不</translation>
    </message>
    <message>
        <source>On battery</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>使用电池时</translation>
    </message>
    <message>
        <source>Go slower</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>放慢速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>照常进行</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>处理器核心数</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>图片上限</translation>
    </message>
    <message>
        <source>Applies to the next photos; those refused before are tried again from Problems.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>对之后的照片生效；之前被拒绝的可在“问题”中重试。</translation>
    </message>
    <message>
        <source>MP</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>百万像素</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>排除的内容</translation>
    </message>
    <message>
        <source>Photos that match leave the results at the next look, and come back when the pattern goes.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>符合规则的照片会在下次查看时从结果中消失，删除规则后会重新出现。</translation>
    </message>
    <message>
        <source>Quiet time</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>静默时间</translation>
    </message>
    <message>
        <source>Look over everything</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>全面查看间隔</translation>
    </message>
    <message>
        <source>Without live events</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>无实时通知时的查看间隔</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>Another model encodes every photo; the present one answers until that is done.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>换用其他模型需要为每张照片重新编码；完成之前继续使用当前模型。</translation>
    </message>
    <message>
        <source>Region model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>区域模型</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>设备</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Apple 图形处理器</translation>
    </message>
    <message>
        <source>Processor</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>精度</translation>
    </message>
    <message>
        <source>Exact (32 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>精确（32 位）</translation>
    </message>
    <message>
        <source>Half (16 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>半精度（16 位）</translation>
    </message>
    <message>
        <source>Coarse (8 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>粗略（8 位）</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>深色</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>动画</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>完整</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>减少</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Shape of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>缩略图形状</translation>
    </message>
    <message>
        <source>As the photo</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>方形</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>网络</translation>
    </message>
    <message>
        <source>Remember what is gone</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>保留已消失内容的记录</translation>
    </message>
    <message>
        <source>days</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>天</translation>
    </message>
    <message>
        <source>Not at all</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Index that answers</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>使用的索引</translation>
    </message>
    <message>
        <source>Exact</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>精确</translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>HNSW 图</translation>
    </message>
    <message>
        <source>Graph from</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>启用图索引的照片数</translation>
    </message>
    <message>
        <source>Width of the graph&apos;s search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>图索引的搜索宽度</translation>
    </message>
    <message>
        <source>Read ahead</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>预读</translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>MB</translation>
    </message>
    <message>
        <source>The model that reads photos and words.</source>
        <extracomment>app/panels/settings_words.py, model.active</extracomment>
        <translation>读懂照片和文字的模型。</translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <extracomment>app/panels/settings_words.py, device</extracomment>
        <translation>模型在哪里运行。</translation>
    </message>
    <message>
        <source>How exactly the model calculates; auto measures what is fastest and still right.</source>
        <extracomment>app/panels/settings_words.py, precision</extracomment>
        <translation>模型计算的精确程度；“自动”会测出最快且结果仍然正确的方式。</translation>
    </message>
    <message>
        <source>Processor cores used for indexing; 0 means all.</source>
        <extracomment>app/panels/settings_words.py, threads</extracomment>
        <translation>建立索引时使用的处理器核心数；0 表示全部。</translation>
    </message>
    <message>
        <source>Larger pictures are not opened (megapixels).</source>
        <extracomment>app/panels/settings_words.py, photo.max_megapixels</extracomment>
        <translation>不打开超过此值的图片（百万像素）。</translation>
    </message>
    <message>
        <source>Memory for photos read ahead while indexing (MB).</source>
        <extracomment>app/panels/settings_words.py, lookahead_mb</extracomment>
        <translation>建立索引时用于预读照片的内存（MB）。</translation>
    </message>
    <message>
        <source>Which index answers: exact, the HNSW graph, or what this library&apos;s size calls for.</source>
        <extracomment>app/panels/settings_words.py, index.answers</extracomment>
        <translation>使用哪种索引：精确、HNSW 图，或按图库大小选择。</translation>
    </message>
    <message>
        <source>Number of photos from which the HNSW graph answers unfiltered queries.</source>
        <extracomment>app/panels/settings_words.py, index.hnsw_from</extracomment>
        <translation>照片达到此数量后，没有筛选的搜索改用 HNSW 图。</translation>
    </message>
    <message>
        <source>How widely the HNSW graph searches.</source>
        <extracomment>app/panels/settings_words.py, index.ef</extracomment>
        <translation>HNSW 图的搜索范围有多宽。</translation>
    </message>
    <message>
        <source>How strict the Strong and Possible bands are.</source>
        <extracomment>app/panels/settings_words.py, search.strictness</extracomment>
        <translation>“高度匹配”和“可能匹配”的划分有多严格。</translation>
    </message>
    <message>
        <source>After indexing, look inside photos, so that parts of them can be found.</source>
        <extracomment>app/panels/settings_words.py, regions.look_inside</extracomment>
        <translation>建立索引后查看照片内部，以便能找到其中的部分。</translation>
    </message>
    <message>
        <source>Plain words may match a part of a photo that was looked into.</source>
        <extracomment>app/panels/settings_words.py, regions.in_search</extracomment>
        <translation>普通文字可以匹配已查看内部的照片的某一部分。</translation>
    </message>
    <message>
        <source>The model that sees the parts of a photo.</source>
        <extracomment>app/panels/settings_words.py, regions.model</extracomment>
        <translation>看出照片各部分的模型。</translation>
    </message>
    <message>
        <source>Which names the parts of a photo may have.</source>
        <extracomment>app/panels/settings_words.py, regions.vocabulary</extracomment>
        <translation>照片的各部分可以叫什么名称。</translation>
    </message>
    <message>
        <source>A new photo is taken after this quiet time.</source>
        <extracomment>app/panels/settings_words.py, watch.quiet_seconds</extracomment>
        <translation>新照片静默这么久之后才会收入图库。</translation>
    </message>
    <message>
        <source>Every folder is looked over this often.</source>
        <extracomment>app/panels/settings_words.py, watch.rescan_seconds</extracomment>
        <translation>每隔这么久把所有文件夹查看一遍。</translation>
    </message>
    <message>
        <source>Folders without live events are looked at this often.</source>
        <extracomment>app/panels/settings_words.py, watch.poll_seconds</extracomment>
        <translation>没有实时通知的文件夹每隔这么久查看一次。</translation>
    </message>
    <message>
        <source>Days until removed folders and gone photos are forgotten.</source>
        <extracomment>app/panels/settings_words.py, forget.days</extracomment>
        <translation>已移除的文件夹和已消失的照片，其记录保留多少天。</translation>
    </message>
    <message>
        <source>Height of the thumbnails in the grid.</source>
        <extracomment>app/panels/settings_words.py, grid.tile</extracomment>
        <translation>网格中缩略图的高度。</translation>
    </message>
    <message>
        <source>Whether thumbnails keep their shape or are cut to squares.</source>
        <extracomment>app/panels/settings_words.py, grid.shape</extracomment>
        <translation>缩略图保持原来的形状，还是裁成方形。</translation>
    </message>
    <message>
        <source>In which order results stand.</source>
        <extracomment>app/panels/settings_words.py, results.sort</extracomment>
        <translation>结果的排列顺序。</translation>
    </message>
    <message>
        <source>Copies of a photo, and RAW with JPEG, are shown as one.</source>
        <extracomment>app/panels/settings_words.py, results.stacks</extracomment>
        <translation>同一照片的副本，以及 RAW 和对应的 JPEG，显示为一张。</translation>
    </message>
    <message>
        <source>Whether indexing leaves the computer to others: auto is gentle on battery only.</source>
        <extracomment>app/panels/settings_words.py, indexing.gentle</extracomment>
        <translation>建立索引时是否让其他程序优先使用电脑：“自动”只在使用电池时这样做。</translation>
    </message>
    <message>
        <source>What indexing does while the computer runs on battery.</source>
        <extracomment>app/panels/settings_words.py, indexing.battery</extracomment>
        <translation>电脑使用电池时如何建立索引。</translation>
    </message>
    <message>
        <source>Files and folders that are left out, one pattern a line, written as in a .gitignore file.</source>
        <extracomment>app/panels/settings_words.py, exclude.patterns</extracomment>
        <translation>要排除的文件和文件夹，每行一条规则，写法与 .gitignore 文件相同。</translation>
    </message>
    <message>
        <source>Whether Recollect may use the network when you ask for something.</source>
        <extracomment>app/panels/settings_words.py, network.allowed</extracomment>
        <translation>Recollect 是否可以在你要求时使用网络。</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <extracomment>app/panels/settings_words.py, looks.scheme</extracomment>
        <translation>浅色或深色。</translation>
    </message>
    <message>
        <source>Whether things move.</source>
        <extracomment>app/panels/settings_words.py, looks.motion</extracomment>
        <translation>是否显示动画。</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <extracomment>app/panels/settings_words.py, language</extracomment>
        <translation>窗口使用的语言。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Show only the settings with these words (Esc clears)</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>只显示含有这些词的设置（按 Esc 清除）</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>没有设置含有这些词。</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Library</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>图库</translation>
    </message>
    <message>
        <source>Add folder</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>选择包含照片的文件夹（Ctrl+O）</translation>
    </message>
    <message>
        <source>All photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>{count} new</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>{count} 张新照片</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>整理</translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>问题</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>New on a card?</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>存储卡上的新照片</translation>
    </message>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>图库状态</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>离线</translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>定期查看</translation>
    </message>
    <message>
        <source>Watch limit</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>达到监视上限</translation>
    </message>
    <message>
        <source>Not reachable now. Its photos are still found by their thumbnails.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>目前无法访问。仍可通过缩略图找到其中的照片。</translation>
    </message>
    <message>
        <source>Looked at every now and then, because this place tells of no changes.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>会定期查看，因为此位置不会通知变化。</translation>
    </message>
    <message>
        <source>Looked at every now and then: the system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>会定期查看：已达到系统可监视的文件夹数量上限。提高上限：sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>尚未查看。</translation>
    </message>
    <message>
        <source>Watched: new photos appear by themselves.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>正在监视：新照片会自动出现。</translation>
    </message>
    <message>
        <source>Sample photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>示例照片</translation>
    </message>
</context>
<context>
    <name>SizesBar</name>
    <message>
        <source>Altogether</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>总计</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>此磁盘可用空间</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在建立索引</translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在统计照片：{count}</translation>
    </message>
    <message>
        <source>{count} photos found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>找到 {count} 张照片；正在准备</translation>
    </message>
    <message>
        <source>{count} photo found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>找到 {count} 张照片；正在准备</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在建立索引：{done} / {total}</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Looking inside photos {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在查看照片内部：{done} / {total}</translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{rate} 张/秒</translation>
    </message>
    <message>
        <source>Looking inside photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在查看照片内部…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在查找照片…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Waiting for files that are still being written…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在等待仍在写入的文件…</translation>
    </message>
    <message>
        <source>Preparing the new model…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>正在准备新模型…</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>还需不到 1 分钟</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>还需约 {count} 分钟</translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>还需约 {count} 小时</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>已选择 {count} 张</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>继续建立索引</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>暂停建立索引</translation>
    </message>
    <message>
        <source>Go on looking inside</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>继续查看内部</translation>
    </message>
    <message>
        <source>Pause looking inside</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>暂停查看内部</translation>
    </message>
    <message>
        <source>Looking inside photos</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>查看照片内部</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Walk through the results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>逐张浏览结果</translation>
    </message>
    <message>
        <source>Similar</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>相似</translation>
    </message>
    <message>
        <source>Walk through photos like this one</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>逐张浏览与这张相似的照片</translation>
    </message>
</context>
<context>
    <name>ThemesStrip</name>
    <message>
        <source>Themes of your library</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>图库中的主题</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>
            <numerusform>%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {label}, {photos}</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>搜索“{label}”，{photos}</translation>
    </message>
    <message>
        <source>Search for “{text}”</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>搜索“{text}”</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Choose a folder or card</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>选择文件夹或存储卡</translation>
    </message>
    <message numerus="yes">
        <source>The paths of %Ln photo(s) were copied.</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>
            <numerusform>已复制 %Ln 张照片的路径。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>返回照片</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Between the whole photo and 100 % (0, 1)</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>在完整照片与 100% 之间切换（0、1）</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>放大</translation>
    </message>
    <message>
        <source>Turn the view; the file stays as it is</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>旋转画面；文件保持不变</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Regions: what is in the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>区域：照片里有什么</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>为什么匹配</translation>
    </message>
    <message>
        <source>Compare with other photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>与其他照片比较</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>照片信息</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>全屏</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>更多</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Regions</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>区域</translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>更多类似照片</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>更少类似照片</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>隐藏这张照片</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>{index} of {count}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>{index} / {count}</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>适合</translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>缩放：{scale}</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>退出全屏</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of the thumbnails (Ctrl and the wheel)</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation>缩略图大小（Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation>缩略图大小</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Viewer</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Looking for similar photos…</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>正在查找相似照片…</translation>
    </message>
    <message>
        <source>Nothing similar was found.</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>没有找到相似照片。</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Search with words first. Then a photo can show why it matched.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>请先用文字搜索，之后照片就能显示为什么匹配。</translation>
    </message>
    <message>
        <source>Choose two to four photos to compare.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>请选择两到四张照片进行比较。</translation>
    </message>
    <message>
        <source>The first four of the chosen photos are compared.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>只比较所选照片中的前四张。</translation>
    </message>
</context>
<context>
    <name>_DropPlace</name>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>这张存储卡上有什么新照片？</translation>
    </message>
    <message>
        <source>Drop a folder or memory card here. You will see which photos your library lacks.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>将文件夹或存储卡拖到这里。你会看到图库中缺少哪些照片。</translation>
    </message>
    <message>
        <source>Choose a folder or card…</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>选择文件夹或存储卡…</translation>
    </message>
    <message>
        <source>Nothing on it is changed</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>不会更改其中的任何内容</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>About Recollect</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>关于 Recollect</translation>
    </message>
    <message>
        <source>development</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>开发版</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>说出照片里有什么，就能在自己的电脑上找到你的每一张照片。</translation>
    </message>
    <message>
        <source>Apache License 2.0. Icons: Lucide (ISC).</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Apache 许可证 2.0。图标：Lucide（ISC）。</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>关闭</translation>
    </message>
</context>
</TS>
